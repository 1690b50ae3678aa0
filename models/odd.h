// Texts generated from the tables: the model's description after the ODD protocol, and the list of
// indicators.
#pragma once

#include <string>

namespace skillscale::models {

/// The ODD text (Grimm et al. 2020) in Markdown: seven elements, every sub-model, every parameter.
std::string odd_text();

/// All indicators with unit, axes and meaning, in Markdown.
std::string indicators_text();

}  // namespace skillscale::models
