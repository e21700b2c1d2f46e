// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/parameter.hpp"

namespace clientele {

/// What a brand's customers may take beside its product, paid by period: an insurance, a storage, a second
/// line.
struct AddOn {
  std::string brand;  ///< empty: the focal one
  Lever price;
  Lever cost;
  Lever adoption;
  Number satisfaction_effect;
  Number satisfaction_reference{3.5};
  Lever cancellation;
  Number bond;
};

inline constexpr int most_add_ons_of_world = 8;

inline void describe(AddOn& add_on, Visitor& visitor) {
  constexpr unsigned lever = uncertain | decided;
  visitor.text(add_on.brand, {.name = "brand",
                              .meaning = "the brand whose customers may take it",
                              .standard_text = "the focal brand"});
  visitor.lever(add_on.price, {.name = "price",
                               .meaning = "what it costs a customer",
                               .unit = "currency per period",
                               .quantity = Quantity::frequency,
                               .range = at_least(0),
                               .may_be = lever | chosen,
                               .required = true});
  visitor.lever(add_on.cost, {.name = "cost",
                              .meaning = "what it costs the brand",
                              .unit = "currency per period",
                              .quantity = Quantity::frequency,
                              .range = at_least(0),
                              .standard = 0,
                              .may_be = lever});
  visitor.lever(
      add_on.adoption,
      {.name = "adoption",
       .meaning = "chance that a customer of the brand takes it in a period, at the satisfaction of "
                  "satisfaction_reference; 0 until a scenario offers it",
       .unit = "probability per period",
       .quantity = Quantity::chance,
       .range = between(0, 1),
       .standard = 0,
       .may_be = lever});
  visitor.number(add_on.satisfaction_effect,
                 {.name = "satisfaction_effect",
                  .meaning = "how much likelier satisfied customers take it (with experience only)",
                  .unit = "log-odds per rating point",
                  .range = between(-20, 20),
                  .standard = 0,
                  .may_be = uncertain});
  visitor.number(add_on.satisfaction_reference, {.name = "satisfaction_reference",
                                                 .meaning = "satisfaction at which `adoption` holds",
                                                 .unit = "rating points (1 to 5)",
                                                 .range = between(1, 5),
                                                 .standard = 3.5,
                                                 .may_be = uncertain});
  visitor.lever(add_on.cancellation,
                {.name = "cancellation",
                 .meaning = "chance that who has it gives it up in a period and stays a customer",
                 .unit = "probability per period",
                 .quantity = Quantity::chance,
                 .range = between(0, 1),
                 .standard = 0,
                 .may_be = lever});
  visitor.number(add_on.bond, {.name = "bond",
                               .meaning = "what it adds to the utility of the brand for who has it",
                               .unit = "utility",
                               .standard = 0,
                               .may_be = uncertain,
                               .source = "Burnham, Frels & Mahajan (2003) for ties that hold customers"});
}

}  // namespace clientele
