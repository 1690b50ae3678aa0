// Rows of the parameter table: wages, remittances, costs and the public purse.
#include "models/table_rows.h"

namespace skillscale::models::rows {
namespace {

using enum Confidence;
using P = Parameters;
using W = Wages;
using K = Costs;

constexpr ParameterDecl money_table[] = {
    real("wages.gap_start", "1", {0, 2}, assume(0.12, 0.05, 0.25), part<&P::wages, &W::gap_start>,
         "Log gap to the domestic wage on recognised arrival."),
    real("wages.gap_end", "1", {0, 2}, assume(0.03, 0, 0.1), part<&P::wages, &W::gap_end>,
         "Log gap in the long run."),
    real("wages.closing", "1/month", {0, 1}, assume(0.0125, 0.008, 0.017),
         part<&P::wages, &W::closing>, "Speed at which the gap closes.", TimeKind::Hazard),
    real("wages.trainee_share", "1", {0, 1}, assume(0.33, 0.28, 0.38),
         part<&P::wages, &W::trainee_share>, "Pay of an apprentice against a recognised worker."),
    real("wages.other_work_share", "1", {0, 1}, assume(0.68, 0.55, 0.83),
         part<&P::wages, &W::other_work_share>,
         "Pay of those who work in Germany outside their occupation against a recognised worker. "
         "Upper end: recognition raises pay by 19.8 % (recog_wage_effect)."),
    real("wages.tax_share", "1", {0, 0.7}, assume(0.18, 0.12, 0.22), part<&P::wages, &W::tax_share>,
         "Income tax as a share of the gross wage."),
    real("wages.social_share", "1", {0, 0.7}, assume(0.2, 0.19, 0.21),
         part<&P::wages, &W::social_share>,
         "The worker's social contributions as a share of the gross wage."),
    real("wages.remit_participation", "1", {0, 1}, assume(0.45, 0.3, 0.6),
         part<&P::wages, &W::remit_participation>, "Share of migrants who send money home."),
    real("wages.remit_share", "1", {0, 1}, assume(0.1, 0.05, 0.15),
         part<&P::wages, &W::remit_share>, "Share of the net wage that they send."),
    real("wages.remit_decay", "1/month", {0, 1}, assume(0.004, 0, 0.01),
         part<&P::wages, &W::remit_decay>, "Speed at which sending fades with time since arrival.",
         TimeKind::Hazard),
    real("costs.discount", "1/month", {0, 0.1}, define(0.002466269772303574),
         part<&P::costs, &K::discount>, "Discount of later gains; 3 % a year.", TimeKind::Growth),
    real("costs.employer_contribution", "1", {0, 1}, assume(0.21, 0.2, 0.22),
         part<&P::costs, &K::employer_contribution>,
         "The employer's social contributions on top of the gross wage."),
    real("costs.contribution_gain", "1", {0, 1}, assume(0.3, 0, 0.6),
         part<&P::costs, &K::contribution_gain>,
         "Share of social contributions that is not matched by later claims of the contributor."),
    real("costs.service_per_placement", "EUR/person", {0, 1e5},
         cite(5700, 4000, 7000, Estimate, "ba_public_cost_per_placement"),
         part<&P::costs, &K::service_per_placement>,
         "Public cost of placement per arrival through types A, B and D, carried by the German "
         "state."),
    real("costs.integration", "EUR/person", {0, 1e5}, assume(1500, 500, 3000),
         part<&P::costs, &K::integration_cost>,
         "Cost of welcome and integration services per arrival, carried by the employer."),
    real("costs.benefit", "EUR/month", {0, 1e4}, assume(1300, 1000, 1600),
         part<&P::costs, &K::benefit>,
         "Benefits of the German state for a month of search after a job is lost.",
         TimeKind::Hazard),
    real("costs.domestic_loss", "1", {0, 1}, assume(0.3, 0.1, 0.6),
         part<&P::costs, &K::domestic_loss>,
         "Loss of a displaced domestic worker as a share of the wage."),
    real("costs.recognition_case", "EUR/person", {0, 1e5}, assume(650, 400, 900),
         part<&P::costs, &K::recognition_case>,
         "Public cost of a case that a recognition office takes up, carried by the German state: "
         "staff follow cases, so that more staff cost more."),
    real("costs.visa_case", "EUR/person", {0, 1e5}, assume(150, 75, 300),
         part<&P::costs, &K::visa_case>,
         "Public cost of a case that a visa post takes up beyond its fee, carried by the German "
         "state."),
    real("costs.outcome_payment", "EUR/person", {0, 1e5}, assume(3000, 1000, 6000),
         part<&P::costs, &K::outcome_payment>,
         "What the German state pays the employer for each person of a partnership who is at work "
         "twelve months after arrival, where outcomes are paid."),
    real("costs.outcome_share", "1", {0, 1}, define(0), part<&P::costs, &K::outcome_share>,
         "Share of those persons for whom outcomes are paid."),
    real("costs.fast_track_fee", "EUR/person", {0, 1e4},
         cite(411, 411, 411, Confidence::High, "fasttrack_fee"),
         part<&P::costs, &K::fast_track_fee>,
         "Fee of the accelerated procedure, carried by the employer."),
};

}  // namespace

std::span<const ParameterDecl> money_rows() { return money_table; }

}  // namespace skillscale::models::rows
