// SPDX-License-Identifier: MIT
#include "sim/engine/segment_tables.hpp"

#include "sim/engine/tables/layout.hpp"

namespace clientele {

std::unique_ptr<SegmentTables> segment_tables(const TablesRequest& request) {
  auto tables = std::make_unique<SegmentTables>();
  Layout layout(request, *tables);
  lay_arrival(layout);
  lay_need(layout);
  lay_contract(layout);
  lay_choice(layout);
  lay_purchase(layout);
  lay_promotions(layout);
  lay_experience(layout);
  lay_advocacy(layout);
  lay_habit(layout);
  lay_nests(layout);
  lay_departure(layout);
  lay_contacts(layout);
  lay_programmes(layout);
  lay_add_ons(layout);
  lay_history(layout);
  lay_value(layout);
  mark_rows(layout);
  return tables;
}

}  // namespace clientele
