#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The market of bench/reference/market.yaml as a good analyst writes it in NumPy.

Arrays over people, month by month; who has left is dropped. Independent of Clientele: the numbers of the market are
repeated here, and the benchmark checks that both come to the same results before it times anything.

    numpy_market.py BATCHES PEOPLE SEED

simulates so many separate populations of so many people and prints JSON: means over the populations with their
standard errors, and the seconds of CPU that the simulation took, without starting Python and importing NumPy.
"""
import json
import sys
import time

import numpy as np

MONTHS = 60
OURS = 0
PRICE = np.array([1.10, 1.00, 0.95, 0.80])
UNIT_COST = 0.65 * PRICE
DESIGN = np.array([3.6, 3.4, 3.2, 3.0])
IMAGE = np.array([3.5, 3.3, 3.4, 3.0])
SERVICE = np.array([3.4, 3.2, 3.1, 2.9])
BRANDS = len(PRICE)

SERVICE_NOISE = 0.8
MEMORY_WEIGHT = 0.3
VARIATION = 0.25
LEAVING = 0.017

# Prices and margins by month: the program is for asking what happens if they move.
LOG_PRICE = np.tile(np.log(PRICE), (MONTHS, 1))
DISCOUNT = 1.010101 ** -np.arange(MONTHS)
MARGIN = DISCOUNT * (PRICE[OURS] - UNIT_COST[OURS])


def simulate(people, rng):
    """One population: value of each person to us, who is a customer of ours today, and counts."""

    def lognormal(median, sigma):
        return median * np.exp(sigma * rng.standard_normal(people))

    rate = rng.gamma(2.0, 0.5, people)
    sensitivity = lognormal(2.01, 0.5)
    inertia = rng.normal(1.0, 0.4, people)
    service_weight = lognormal(0.61, 0.5)
    liking = np.outer(lognormal(1.0, 0.5), DESIGN) + np.outer(lognormal(0.82, 0.5), IMAGE)
    liking += np.outer(service_weight, SERVICE)
    mean_units = lognormal(33.0, 0.5)

    # The brand bought last, from each person's stationary choice, and a memory of its service at rest.
    e = np.exp(liking - sensitivity[:, None] * LOG_PRICE[0])
    total = e.sum(axis=1, keepdims=True)
    weight = np.cumsum(e * (total + (np.exp(inertia)[:, None] - 1) * e), axis=1)
    drawn = rng.random(people) * weight[:, -1]
    last = (drawn[:, None] >= weight[:, :-1]).sum(axis=1)
    at_rest = SERVICE_NOISE * np.sqrt(MEMORY_WEIGHT / (2 - MEMORY_WEIGHT))
    memory = SERVICE[last] + at_rest * rng.standard_normal(people)
    today = last == OURS

    value = np.zeros(people)
    active = np.arange(people)
    purchases = np.zeros(BRANDS)
    active_months = 0
    for month in range(MONTHS):
        active_months += active.size
        bought = rng.poisson(rate[active])
        needs = bought > 0
        buyer, bought = active[needs], bought[needs]

        utility = liking[buyer] - sensitivity[buyer, None] * LOG_PRICE[month]
        before = last[buyer]
        habit = inertia[buyer] + service_weight[buyer] * (memory[buyer] - SERVICE[before])
        utility[np.arange(buyer.size), before] += habit
        reach = np.cumsum(np.exp(utility), axis=1)
        drawn = rng.random(buyer.size) * reach[:, -1]
        chosen = (drawn[:, None] >= reach[:, :-1]).sum(axis=1)
        purchases += np.bincount(chosen, weights=bought, minlength=BRANDS)

        noise = VARIATION * rng.standard_normal(buyer.size) - VARIATION**2 / 2
        units = bought * mean_units[buyer] * np.exp(noise)
        ours = chosen == OURS
        value[buyer[ours]] += MARGIN[month] * units[ours]

        rating = SERVICE[chosen]
        remembered = np.where(chosen == before, memory[buyer], rating)
        lived = rating + SERVICE_NOISE * rng.standard_normal(buyer.size)
        memory[buyer] = remembered + MEMORY_WEIGHT * (lived - remembered)
        last[buyer] = chosen

        active = active[rng.random(active.size) >= LEAVING]
    return value, today, purchases, active_months


def main():
    batches, people, seed = (int(argument) for argument in sys.argv[1:4])
    rng = np.random.default_rng(seed)
    found = []
    active_months = 0
    began = time.process_time()
    for _ in range(batches):
        value, today, purchases, months = simulate(people, rng)
        active_months += months
        found.append((value.mean(), value[today].mean(), purchases[OURS] / purchases.sum(), months / people))
    seconds = time.process_time() - began
    found = np.array(found)
    mean = found.mean(axis=0)
    error = found.std(axis=0, ddof=1) / batches**0.5 if batches > 1 else np.zeros(4)
    names = ["value", "value_of_customers", "share", "months"]
    answer = {name: {"mean": m, "error": s} for name, m, s in zip(names, mean, error)}
    print(json.dumps(answer | {"active_months": active_months, "seconds": seconds}))


if __name__ == "__main__":
    main()
