// Scenario discovery for people and programs: boxes of PRIM and the tree of CART.
#pragma once

#include <string>

#include "experiments/analysis/cart.h"
#include "experiments/analysis/label.h"
#include "experiments/analysis/prim.h"

namespace skillscale::cli {

struct DiscoveryReport {
  const experiments::analysis::PointTable& table;
  experiments::analysis::Condition condition;
  std::size_t outcome = 0, year = 0;
  experiments::analysis::Discovery discovery;
  experiments::analysis::ChosenCart cart;  ///< of the same points, with cases as 1
};

std::string discovery_text(const DiscoveryReport& report);
std::string tree_text(const DiscoveryReport& report);
std::string discovery_json(const DiscoveryReport& report);

/// A line per step of the peeling paths:
/// box,step,coverage,density,mass,points,cases,limited,is_chosen
std::string discovery_csv(const DiscoveryReport& report);

/// Coverage against density along the peeling path of the first box.
std::string discovery_picture(const DiscoveryReport& report);

/// "300 to 650", "above 0.3", "not: today, pilot"
std::string limits_words(const experiments::analysis::Factor& factor,
                         const experiments::analysis::Limits& limits);

}  // namespace skillscale::cli
