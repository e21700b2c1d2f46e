// SPDX-License-Identifier: MIT
#include "sim/report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"
#include "sim/report/words.hpp"

namespace clientele {

namespace {
constexpr double errors_to_be_sure = 2;
constexpr double most_customers = 16e6;

std::string as_option(long long customers) {
  if (customers % 1'000'000 == 0) return fmt::format("{}M", customers / 1'000'000);
  return customers % 1000 == 0 ? fmt::format("{}k", customers / 1000) : std::to_string(customers);
}

/// Why the difference is nothing yet, and how many simulated customers would show one of this size.
std::string cannot_be_told(const Results& results, const Against& against) {
  const double difference = std::abs(against.difference.mean);
  const double error = against.difference.mc_error;
  std::string text = fmt::format(
      "The difference in customer equity, {}, cannot be told from zero: its Monte Carlo error is ± {}.",
      signed_compact(against.difference.mean), compact(error, 2));
  const double times = std::pow((errors_to_be_sure + 0.5) * error / std::max(difference, 1e-300), 2);
  const double customers = results.simulated_people * times;
  if (customers <= most_customers) {
    const double unit = std::pow(10, std::floor(std::log10(customers)));
    const double asked = std::min(most_customers, std::ceil(customers / unit) * unit);
    const double error_then = error * std::sqrt(results.simulated_people / asked);
    return text + fmt::format(
                      " The error falls with the square root of the customers: --customers {} would bring it "
                      "to about ± {}.",
                      as_option(std::llround(asked)), compact(error_then, 2));
  }
  return text +
         " Even the most customers that can be simulated would hardly show a difference this small: take it "
         "as none.";
}

/// What is sure all the same: that an investment is not earned back.
std::string lost_anyway(const Results& results, const Headline& headline) {
  const Against& against = *headline.against;
  if (!(against.investment > 0) || against.net_value > -errors_to_be_sure * against.difference.mc_error)
    return "";
  return fmt::format("'{}' costs {} in all: its investment of {} is not earned back. ", headline.scenario,
                     money(-against.net_value, results.currency),
                     money(against.investment, results.currency));
}

std::string about_customers(const Headline& headline, const Against& against, bool gains) {
  const double before = headline.customers_end.mean - against.customers_end;
  if (std::abs(against.customers_end) <= errors_to_be_sure * against.customers_end_error || !(before > 0))
    return "";
  const std::string change = fmt::format("{:+.1f} %", 100 * against.customers_end / before);
  const bool more = against.customers_end > 0;
  if (gains)
    return more ? fmt::format("; there are more customers at the end ({})", change)
                : fmt::format("; fewer customers at the end ({}) are more than made up for", change);
  return more ? fmt::format(
                    "; more customers at the end ({}) do not make up for what each of them brings less",
                    change)
              : fmt::format("; there are fewer customers at the end ({})", change);
}

std::string about_investment(const Results& results, const Against& against) {
  if (!(against.investment > 0)) return "";
  const std::string investment = money(against.investment, results.currency);
  if (against.difference.mean <= 0)
    return fmt::format(" The investment of {} comes on top: {} in all.", investment,
                       money(against.net_value, results.currency));
  return against.net_value > 0 ? fmt::format(" That pays for the investment of {} and leaves {}.", investment,
                                             money(against.net_value, results.currency))
                               : fmt::format(" That does not pay for the investment of {}: {} in all.",
                                             investment, money(against.net_value, results.currency));
}
}  // namespace

std::string verdict(const Results& results, const Headline& headline) {
  expects(headline.against.has_value());
  const Against& against = *headline.against;
  const double difference = against.difference.mean;
  if (results.several() && difference == 0 && against.difference.mc_error == 0)
    return fmt::format("'{}' makes no difference to customer equity.", headline.scenario) +
           (against.investment > 0
                ? fmt::format(" Its investment of {} is lost.", money(against.investment, results.currency))
                : "");
  if (std::abs(difference) < errors_to_be_sure * against.difference.mc_error)
    return lost_anyway(results, headline) + cannot_be_told(results, against);

  const bool gains = difference > 0;
  std::string text = fmt::format("'{}' {} {} of customer equity before investments{}.", headline.scenario,
                                 gains ? "gains" : "costs", money(std::abs(difference), results.currency),
                                 about_customers(headline, against, gains));
  text += about_investment(results, against);
  if (!results.several())
    text += " With one replication the Monte Carlo error is not known: use --replications 8.";
  return text;
}

}  // namespace clientele
