// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// What a brand does when another cuts its price or improves.
struct Reaction {
  enum class Model { hold, match_price, imitate, in_kind };

  Model model = Model::hold;
  std::string watches;  ///< a brand, or `all`; empty: the focal brand
  Lever share{{1}};
  Number lag{1};
  Number least_margin;
  Number probability{1};

  bool matches_prices() const { return model == Model::match_price || model == Model::in_kind; }
  bool imitates() const { return model == Model::imitate || model == Model::in_kind; }
};

/// The word of `watches` that means every other brand.
inline constexpr std::string_view watches_all = "all";

inline void describe(Reaction& reaction, Visitor& visitor) {
  static constexpr Word models[] = {
      {"hold", "nothing: most brands do not react"},
      {"match_price", "answers a cut in price with a cut of its own"},
      {"imitate", "answers better ratings with better ratings of its own, driver by driver"},
      {"in_kind", "answers a cut with a cut and better ratings with better ratings"}};
  visit_word(visitor, reaction.model,
             {.name = "model",
              .meaning = "how the brand answers what another does",
              .standard_text = "hold",
              .source = "Steenkamp, Nijs, Hanssens & Dekimpe (2005): mostly passive; if not, with the same "
                        "instrument"},
             models);
  visitor.text(reaction.watches,
               {.name = "watches",
                .meaning = "the brand it watches, or `all`: then the deepest cut and the largest gain count",
                .standard_text = "the focal brand"});
  visitor.lever(reaction.share,
                {.name = "share",
                 .meaning = "share of the other's cut or gain, both against today, that it answers with; "
                            "above 100% it outdoes the other",
                 .unit = "share of the cut or gain",
                 .quantity = Quantity::share,
                 .range = between(0, 5),
                 .standard = 1,
                 .may_be = uncertain | chosen | decided});
  visitor.number(reaction.lag, {.name = "lag",
                                .meaning = "time from what the other does to the answer",
                                .unit = "periods",
                                .quantity = Quantity::duration,
                                .range = between(1, 1200),
                                .standard = 1,
                                .may_be = uncertain | chosen});
  visitor.number(reaction.least_margin,
                 {.name = "least_margin",
                  .meaning = "margin over the unit cost that an answer leaves: the floor of its price",
                  .unit = "currency per unit",
                  .quantity = Quantity::money,
                  .range = at_least(0),
                  .standard = 0,
                  .may_be = uncertain | chosen,
                  .only_with = {"match_price", "in_kind"}});
  visitor.number(reaction.probability,
                 {.name = "probability",
                  .meaning = "chance that it answers at all, drawn once for each replication",
                  .unit = "probability",
                  .quantity = Quantity::share,
                  .range = between(0, 1),
                  .standard = 1,
                  .may_be = uncertain | chosen});
}

}  // namespace clientele
