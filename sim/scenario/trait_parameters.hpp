// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "models/parameter.hpp"

namespace clientele {

/// The distribution's names; nullptr if none is called so.
const DistributionNames* names_of(std::string_view distribution);
/// Nullptr: the trait is the same for all.
const DistributionNames* names_of(Distribution distribution);

/// What the parameters of a trait's distribution may be. Those in the unit of the trait keep its quantity;
/// the others are plain numbers with ranges of their own.
Parameter first_parameter_of(const Parameter& trait, const DistributionNames& names);
Parameter second_parameter_of(const Parameter& trait, const DistributionNames& names);

}  // namespace clientele
