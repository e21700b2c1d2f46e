// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Lets the program keep the memory that it is done with for what comes next, instead of giving it back to
/// the operating system and asking again: every fresh page costs a fault, which on a virtual machine can take
/// longer than all that a simulation does with the page. Does nothing where the C library is not glibc.
void keep_freed_memory();

}  // namespace clientele
