// Synthetic test data: a few parameter rows in the shape of the page's assumptions table.
import type { Parameter } from "../src/result";

const office = {
  source: "synthetic",
  source_title: "Synthetic source for the page's tests",
  source_url: "https://example.org/synthetic-source",
};
const own = { source: "assumption", source_title: "Own assumption", source_url: "" };

export const parameters: Parameter[] = [
  { path: "authorities.recognition.nursing.tokens_per_month", value: 420, low: 350, high: 500, unit: "cases/month",
    ...office, confidence: "medium", meaning: "Files the recognition offices can decide in a month." },
  { path: "authorities.visa.PHL.tokens_per_month", value: 260, low: 200, high: 340, unit: "cases/month",
    ...office, confidence: "medium", meaning: "Visa cases the post in Manila can decide in a month." },
  { path: "origins.PHL.nursing.wage_eur", value: 480, low: 390, high: 610, unit: "EUR/month",
    ...office, confidence: "high", meaning: "Gross monthly wage of a nurse at the origin." },
  { path: "origins.TUN.nursing.wage_eur", value: 520, low: 410, high: 650, unit: "EUR/month",
    ...office, confidence: "medium", meaning: "Gross monthly wage of a nurse at the origin." },
  { path: "origins.PHL.nursing.attrition", value: 0.0032, low: 0.0021, high: 0.005, unit: "1/month",
    ...office, confidence: "medium", meaning: "Hazard of leaving the occupation at the origin." },
  { path: "employers.adoption.external", value: 0.0009, low: 0.0003, high: 0.002, unit: "1/month",
    ...own, confidence: "estimate", meaning: "Hazard of adoption without any adopter among the neighbours." },
  { path: "employers.adoption.social", value: 0.021, low: 0.008, high: 0.045, unit: "1/month",
    ...own, confidence: "estimate", meaning: "Extra hazard of adoption when all neighbours have adopted." },
  { path: "language.promotion.B1.B2", value: 0.16, low: 0.11, high: 0.22, unit: "1/month",
    ...office, confidence: "medium", meaning: "Hazard of passing from level B1 to level B2 in a full course." },
  { path: "retention.return.base", value: 0.0035, low: 0.002, high: 0.006, unit: "1/month",
    ...office, confidence: "high", meaning: "Hazard of going back to the origin in the first year." },
  { path: "platform.spillover", value: 0.15, low: 0, high: 0.4, unit: "1",
    ...own, confidence: "estimate", meaning: "Share of the best partner's experience that the platform makes usable." },
  { path: "remittances.share", value: 0.14, low: 0.09, high: 0.21, unit: "1",
    ...office, confidence: "medium", meaning: "Share of net pay that a migrant sends home." },
  { path: "costs.interest", value: 0.03, low: 0.03, high: 0.03, unit: "1/year",
    source: "definition", source_title: "Definition", source_url: "", confidence: "definition",
    meaning: "Yearly interest rate that discounts gains." },
];
