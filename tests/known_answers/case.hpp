// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clientele::known_answers {

using Row = std::map<std::string, std::string>;  ///< cells by the name of their column

/// A run of the program on a world or scenario (without its .yaml): of tests/known_answers/, or another by
/// its path in the repository. Each setting is what follows a --set. 30 replications and the program's own
/// seed.
struct Run {
  std::string file;
  std::vector<std::string> settings = {};
  std::string customers = "20k";
  auto operator<=>(const Run&) const = default;

  std::string path() const {
    return (file.find('/') == std::string::npos ? "tests/known_answers/" : "") + file + ".yaml";
  }
};

/// A number among the results of a run: a cell of the row of a table that has these cells, divided by `of`,
/// which makes one person's of the whole market's.
struct Figure {
  std::string table;
  Row row;
  double of = 1;
  std::string column = "mean";
};

/// A known answer: what the source says and what the program makes of it.
struct Case {
  std::string what;
  std::string published;  ///< with the digits of the source; where it has none, recomputed
  /// The source's equation, recomputed by another program, where `published` is rounded.
  std::optional<double> exact = {};
  std::optional<double> formula = {};  ///< the same by an equation of models/, where there is one
  std::optional<Run> run = {};
  Figure figure = {};
  double scale = 0;  ///< what the standard error is measured by, where the truth may be near 0

  double grain = 0;  ///< how far off a simulation is without chance: half a simulated person

  double truth() const { return exact ? *exact : std::stod(published); }
};

/// The cases of one source, which make a table of docs/validation.md.
struct Cases {
  std::string name;  ///< of the place of the table in the page
  std::string title;
  std::string source;
  std::vector<Case> cases;
};

Cases conventions();
Cases one_customer();
Cases simple_formula();
Cases multiples();
Cases promotion();
Cases recency();
Cases regular_customers();
Cases high_end_customers();
Cases residual_lifetime();
Cases bg_nbd();
Cases pareto_nbd();
Cases histories();
Cases bg_bb();
Cases spending();
Cases toothpaste();
Cases growing_penetration();
Cases switching_matrix();
Cases zero_order();
Cases loyal_and_switchers();
Cases habit();
Cases logit();
Cases buses();
Cases diffusion();
Cases acquisition();
Cases referrals();

/// All of them, in the order of the page.
inline std::vector<Cases> all_cases() {
  return {conventions(),
          one_customer(),
          simple_formula(),
          multiples(),
          promotion(),
          recency(),
          regular_customers(),
          high_end_customers(),
          residual_lifetime(),
          bg_nbd(),
          pareto_nbd(),
          histories(),
          bg_bb(),
          spending(),
          toothpaste(),
          growing_penetration(),
          switching_matrix(),
          zero_order(),
          loyal_and_switchers(),
          habit(),
          logit(),
          buses(),
          diffusion(),
          acquisition(),
          referrals()};
}

/// `1 week`, `4 weeks`.
inline std::string several(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

/// A metric of a brand over the horizon, for each of so many people.
inline Figure over_horizon(const std::string& metric, const std::string& brand = "us", double of = 1) {
  return {"summary", {{"metric", metric}, {"brand", brand}, {"segment", "all"}}, of};
}
/// What one person is worth in a world of a million.
inline Figure value_of_one(const std::string& brand = "us") {
  return over_horizon("customer_equity", brand, 1e6);
}
/// A metric in a period.
inline Figure in_period(int period, const std::string& metric, const std::string& brand = "us",
                        double of = 1) {
  return {"periods", {{"metric", metric}, {"brand", brand}, {"period", std::to_string(period)}}, of};
}
/// The part of a million people who bought so often.
inline Figure bought(const std::string& times) { return {"counts", {{"purchases", times}}, 1e6, "people"}; }
/// Of the purchases that follow one from a brand, the part that are from another.
inline Figure switched(const std::string& from, const std::string& to) {
  return {"switching", {{"from", from}, {"to", to}}};
}
/// What a person is worth to us by the brand bought last today.
inline Figure by_last(const std::string& brand) {
  return {"by_last_brand", {{"segment", "all"}, {"last_brand", brand}}, 1, "value_each"};
}
/// A measure of the distribution of value across today's customers.
inline Figure of_existing(const std::string& measure) {
  return {"clv", {{"segment", "all"}, {"customers", "existing"}, {"measure", measure}}};
}

}  // namespace clientele::known_answers
