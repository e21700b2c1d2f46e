// SPDX-License-Identifier: MIT
// Contacts: what they cost, what they change, and whom they reach.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// Two brands alike, one purchase of one unit a month.
std::string shops(const std::string& contact, const std::string& rest = "") {
  return "market: Shops\nperiod: month\nhorizon: 12 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands:\n"
         "  us:    {price: 20, unit_cost: 5, appeal: 0}\n"
         "  rival: {price: 20, unit_cost: 5, appeal: 0}\n" +
         (contact.empty() ? "" : "contacts:\n" + contact) + "choice: {price_sensitivity: 2, inertia: 0.5}\n" +
         rest;
}

std::string frequency(const std::string& amount, const std::string& when = "from: month 1") {
  return "  - {change: contacts.mail.frequency, to: " + amount + ", " + when + "}\n";
}

}  // namespace

TEST_CASE("a contact with each customer costs what it costs, in a line of its own") {
  const Lived lived = lived_through(shops("  mail: {cost: 0.5, frequency: 0 per month}\n"), 4000,
                                    frequency("2 per month", "from: month 3, until: month 4"));
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period, 1);
    CHECK(t.contacts == (period == 3 || period == 4 ? 2 * t.customers_at_end : 0));
    CHECK(t.contact_cost == Approx(0.5 * t.contacts).epsilon(1e-6));
    CHECK(t.contribution == Approx(15 * t.purchases - t.contact_cost).epsilon(1e-6));
    CHECK(t.purchases == lived.of(0, period, 0).purchases);
    CHECK(lived.of(1, period, 1).contacts == 0);
  }
}

TEST_CASE("contacts that are never made are none, to the last byte but for being told") {
  const std::string rows =
      tables_of_run(shops("  mail: {cost: 0.5, frequency: 0 per month, utility: 3, prompts: 0%}\n"));
  const std::string none = tables_of_run(shops(""));
  const auto without_contacts = [](const std::string& text) {
    std::string kept, line;
    for (const char c : text) {
      line += c;
      if (c != '\n') continue;
      if (line.find("contact") == std::string::npos) kept += line;
      line.clear();
    }
    return kept;
  };
  CHECK(without_contacts(rows) == without_contacts(none));
}

TEST_CASE("what contacts cost is in the value of each customer") {
  const Lived lived =
      lived_through(shops("  mail: {cost: 2, frequency: 1 per month}\n", "window: 12 months\n"), 5000);
  const SegmentOutcome& outcome = lived.scenarios[0][0];
  for (int brand = 0; brand < 1; ++brand) {
    std::int64_t by_person = 0, by_period = 0;
    for (const Life& life : outcome.lives) by_person += life.value;
    for (int period = 0; period <= 12; ++period) by_period += outcome.tally.of(Tally::value, period, brand);
    CHECK(by_person == by_period);
  }
  CHECK(lived.of(0, 1).contact_cost > 0);
}

TEST_CASE("a contact wins purchases from the next period on, fewer and fewer as it fades") {
  // All are alike but for luck, and choose by V = 0 + G of us, so with no habit the share of our customers of
  // month 3 who buy from us in month 4 is 1 / (1 + e^-1) = .7311, of month 5 (half-life one month)
  // 1 / (1 + e^-.5) = .6225, for those contacted; of the others one half. Half were our customers.
  const std::string market =
      replaced(shops("  mail: {cost: 0, frequency: 0 per month, utility: 1, half_life: 1 month}\n"),
               "inertia: 0.5", "inertia: 0");
  const Lived lived =
      lived_through(market, 100000, frequency("1 per month", "from: month 3, until: month 3"));
  const auto share = [&](int period) {
    const Totals t = lived.of(0, period, 1);
    return t.purchases / t.market_purchases;
  };
  const double error = 4 * 0.5 / std::sqrt(100000);
  CHECK(share(3) == Approx(0.5).margin(error));
  CHECK(share(4) == Approx((0.7310586 + 0.5) / 2).margin(error));
  CHECK(share(5) == Approx((0.6224593 + 0.5) / 2).margin(error));
  CHECK(share(6) == Approx((0.5621765 + 0.5) / 2).margin(error));
}

TEST_CASE("beyond the optimum more contacts win fewer purchases") {
  const auto purchases = [](const std::string& often) {
    return lived_through(shops("  mail: {frequency: 0 per month, utility: 0.1, optimum: 2 per month, "
                               "irritation: 0.05}\n"),
                         20000, frequency(often))
        .of(0, 12, 1)
        .purchases;
  };
  // .1 n - .05 max(0, n - 2)^2: .2 at 2, .25 at 3, .2 at 4, -.2 at 6.
  CHECK(purchases("2 per month") > purchases("0 per month"));
  CHECK(purchases("3 per month") > purchases("2 per month"));
  CHECK(purchases("4 per month") == Approx(purchases("2 per month")).epsilon(1e-6));
  CHECK(purchases("6 per month") < purchases("0 per month"));
}

TEST_CASE("contacts of today are part of today's shares") {
  const std::string market = replaced(
      replaced(shops("  mail: {cost: 1, frequency: 2 per month, utility: 0.2, half_life: 2 months}\n"),
               "appeal: 0", "share: 35%"),
      "appeal: 0", "share: 65%");
  const Lived lived = lived_through(market, 200000, frequency("0 per month"));
  const auto share = [&](int period, int scenario) {
    const Totals t = lived.of(0, period, scenario);
    return t.purchases / t.market_purchases;
  };
  for (const int period : {1, 6, 12}) CHECK(share(period, 0) == Approx(0.35).margin(0.01));
  CHECK(share(12, 1) < 0.32);  // without them it falls
}

TEST_CASE("whom contacts and programmes reach hangs neither on blocks nor on lanes") {
  const std::string market = replaced(
      shops("  mail: {cost: 1, frequency: 1 per month, utility: 0.4, prompts: 10%, awakening: -0.3, to: "
            "{recency: over "
            "1 month, value: top 30%}}\n",
            "need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 1}}}\n"
            "departure: {rate: 2% per month}\n"),
      "appeal: 0",
      "appeal: 0, programme: {enrolment: 5% per month, utility: 0.3, pressure: 0.4, reward_cost: 3}");
  const auto lived = [&](int block, int lanes) {
    Lived one = lived_through(market, 3000);
    one.stage.plan.workplace.block = block;
    one.stage.plan.workplace.lanes = lanes;
    one.scenarios = simulate(one.stage.plan, {}, {})[0];
    return one;
  };
  const Lived whole = lived(4096, 0);
  for (const auto& [block, lanes] : {std::pair(64, 0), std::pair(1000, 0), std::pair(4096, 1)}) {
    INFO(block << " people, " << lanes << " lanes");
    const Lived other = lived(block, lanes);
    for (int period = 0; period <= 12; ++period)
      for (int what = 0; what < Tally::kinds; ++what)
        REQUIRE(other.scenarios[0][0].tally.of(static_cast<Tally::Row>(what), period, 0) ==
                whole.scenarios[0][0].tally.of(static_cast<Tally::Row>(what), period, 0));
  }
  CHECK(whole.of(0, 3).contacts > 0);
  CHECK(whole.of(0, 3).members > 0);
}

TEST_CASE("a rule of value reaches the share of customers that it names") {
  const std::string need =
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.3}}}\n"
      "purchase: {units: {lognormal: {median: 2, sigma: 0.5}}}\n";
  const auto part = [&](const std::string& top) {
    const Totals t =
        lived_through(shops("  mail: {frequency: 1 per month, to: {value: top " + top + "}}\n", need), 50000)
            .of(0, 3);
    return t.contacts / t.customers_at_end;
  };
  CHECK(part("20%") == Approx(0.2).margin(4 * 0.4 / std::sqrt(25000)));
  CHECK(part("100%") == Approx(1));
}

TEST_CASE("the best customers of all segments are found together") {
  // Everybody of one segment needs five units, of the other one or, a few of them, more than five.
  const std::string rest =
      "segments:\n"
      "  large: {share: 20%, need: {model: poisson_gamma, purchases: 5 per month}}\n"
      "  small: {share: 80%, need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: "
      "2}}}}\n";
  const Lived lived =
      lived_through(shops("  mail: {frequency: 1 per month, to: {value: top 15%}}\n", rest), 20000);
  const auto contacts = [&](int segment) {
    return totals_by_period(lived.books(), 0, lived.scenarios[0], segment, 0)[3].contacts;
  };
  // Few of the small need more than 5: P(gamma(2, mean 1) > 5) = 11 e^-10 = .0005.
  CHECK(contacts(0) > 100 * contacts(1));
  CHECK(contacts(0) > 0);
}

TEST_CASE("a rule of recency reaches those who bought so long ago, those who have lapsed, too") {
  // One in two buys each month: of our customers at rest, P(bought last k months ago) = 2^-k, k = 1 this
  // month.
  const auto part = [](const std::string& rule, const std::string& rest) {
    const Totals t =
        lived_through(replaced(shops("  mail: {frequency: 1 per month, to: {recency: " + rule + "}}\n",
                                     "need: {probability: 50%}\n" + rest),
                               "inertia: 0.5", "inertia: 20"),
                      40000)
            .of(0, 4);
    return t.contacts / 5000;
  };
  const double error = 4 * 0.5 / std::sqrt(20000);
  CHECK(part("over 2 months", "") == Approx(0.25).margin(error));
  CHECK(part("under 3 months", "") == Approx(0.75).margin(error));
  CHECK(part("{over: 1 month, under: 4 months}", "") == Approx(0.375).margin(error));
  CHECK(part("over 2 months", "lost_after: 1 month\n") == Approx(0.25).margin(error));
}

TEST_CASE("without a rule of recency the lapsed are left alone") {
  const Totals t = lived_through(shops("  mail: {frequency: 1 per month}\n",
                                       "need: {probability: 50%}\nlost_after: 2 months\n"),
                                 20000)
                       .of(0, 4);
  CHECK(t.contacts == t.customers_at_end);
  CHECK(t.customers_at_end < 5000);
}

TEST_CASE("a rule of tenure tells new customers from those of today") {
  const auto contacts = [](const std::string& rule, int period) {
    return lived_through(shops("  mail: {frequency: 1 per month, to: {tenure: " + rule + "}}\n"), 20000)
        .of(0, period);
  };
  const Totals old = contacts("over 6 months", 1), fresh = contacts("under 2 months", 1);
  CHECK(old.contacts == old.retained);
  CHECK(fresh.contacts == fresh.customers_at_end - fresh.retained);
  CHECK(fresh.contacts > 0);
  const Totals settled = contacts("under 2 months", 5);
  CHECK(settled.contacts == Approx(settled.customers_at_end - settled.retained));
}

TEST_CASE("a rule of risk reaches those who are likelier to leave") {
  // Chances are uniform from 0 to 10 % a month: over 5 % are half of them at first, fewer once some have
  // left.
  const std::string departure =
      "departure: {model: beta_geometric, chance: {uniform: {low: 0%, high: 10%}}}\n";
  const Lived lived = lived_through(
      shops("  mail: {frequency: 1 per month, to: {risk: over 5% per month}}\n", departure), 40000);
  const Totals first = lived.of(0, 1), last = lived.of(0, 12);
  CHECK(first.contacts / first.customers_at_end ==
        Approx(0.4868).margin(4 * 0.5 / std::sqrt(20000)));  // .4625/.95
  CHECK(last.contacts / last.customers_at_end < first.contacts / first.customers_at_end - 0.05);
}

TEST_CASE("a segment that is named alone is contacted") {
  const std::string segments = "segments: {students: {share: 30%}, others: {share: 70%}}\n";
  const Lived lived =
      lived_through(shops("  mail: {frequency: 1 per month, to: {segment: students}}\n", segments), 10000);
  const auto of = [&](int segment) {
    return totals_by_period(lived.books(), 0, lived.scenarios[0], segment, 0)[5];
  };
  CHECK(of(0).contacts == of(0).customers_at_end);
  CHECK(of(1).contacts == 0);
}

TEST_CASE("a contact that wakes sleeping customers makes some of them leave, and one that holds them fewer") {
  // One in two buys a month; who did not sleeps. 6 % leave a month; log-odds -.57 raises it to 10.1 %
  // (Ascarza and others saw 6 % rise to 10 %).
  const std::string rest = "need: {probability: 50%}\ndeparture: {rate: 6% per month}\n";
  const auto left = [&](const std::string& awakening) {
    const Totals t =
        lived_through(
            replaced(shops("  mail: {frequency: 1 per month, awakening: " + awakening + "}\n", rest),
                     "inertia: 0.5", "inertia: 20"),
            100000)
            .of(0, 1);
    return t.lost[static_cast<int>(Reason::no_longer_needed)] / t.customers_at_start;
  };
  const double woken = 0.06 * std::exp(0.57) / (0.94 + 0.06 * std::exp(0.57));
  CHECK(woken == Approx(0.1014).epsilon(1e-3));
  CHECK(left("0") == Approx(0.06).margin(4 * 0.24 / std::sqrt(50000)));
  CHECK(left("-0.57") == Approx((0.06 + woken) / 2).margin(4 * 0.27 / std::sqrt(50000)));
  CHECK(left("0.57") < left("0") - 0.005);
}

TEST_CASE("a contact can make bound customers think of another contract") {
  const auto retained = [](const std::string& awakening) {
    const Totals t =
        lived_through(shops("  mail: {frequency: 1 per month, awakening: " + awakening + "}\n",
                            "need: {model: contract, term: 24 months, reconsider: 6% per month}\n"),
                      40000)
            .of(0, 6);
    return t.retained / t.customers_at_start;
  };
  CHECK(retained("-1") < retained("0") - 0.005);
  CHECK(retained("1") > retained("0") + 0.005);
}

TEST_CASE("purchases that contacts prompt are not made without them") {
  for (const std::string need : {"need: {probability: 60%}\n", "need: {}\n",
                                 "need: {model: poisson_gamma, purchases: 3 per month}\n"}) {
    INFO(need);
    const auto ratio = [&](const std::string& prompts, const std::string& often) {
      const std::string market =
          replaced(shops("  mail: {frequency: 1 per month, prompts: " + prompts + "}\n", need),
                   "inertia: 0.5", "inertia: 20");
      const Lived lived = lived_through(market, 40000, frequency(often));
      return lived.of(0, 5, 1).purchases / lived.of(0, 5, 0).purchases;
    };
    CHECK(ratio("40%", "1 per month") == 1);
    CHECK(ratio("40%", "0 per month") == Approx(0.6).margin(0.02));
    CHECK(ratio("100%", "0 per month") == 0);
  }
}

TEST_CASE("customers won by what a rival's contacts left are lost to its offer") {
  const Lived lived = lived_through(
      shops("  mail: {brand: rival, frequency: 1 per month, utility: 1, half_life: 1 month}\n"), 20000);
  const Totals t = lived.of(0, 6);
  CHECK(t.lost[static_cast<int>(Reason::offer)] > 0);
  CHECK(lived.of(1, 6).contacts > 0);
  CHECK(t.contacts == 0);
}

}  // namespace clientele
