// Possible partner countries and Germany: how browsers name them, and where they lie.

export interface Country {
  /** ISO 3166 alpha-2 code. */
  alpha2: string;
  /** Of the seat of government, in degrees. */
  latitude: number;
  longitude: number;
}

function at(alpha2: string, latitude: number, longitude: number): Country {
  return { alpha2, latitude, longitude };
}

/** By ISO 3166 alpha-3 code, or by the code of a part of a country. */
export const countries: Readonly<Record<string, Country>> = {
  ALB: at("AL", 41.33, 19.82),
  BIH: at("BA", 43.86, 18.41),
  BRA: at("BR", -15.79, -47.88),
  COL: at("CO", 4.71, -74.07),
  ECU: at("EC", -0.18, -78.47),
  EGY: at("EG", 30.04, 31.24),
  GHA: at("GH", 5.60, -0.19),
  "IND-KL": at("IN", 8.52, 76.94),
  IDN: at("ID", -6.21, 106.85),
  IND: at("IN", 28.61, 77.21),
  JOR: at("JO", 31.95, 35.93),
  KEN: at("KE", -1.29, 36.82),
  MAR: at("MA", 34.02, -6.84),
  MEX: at("MX", 19.43, -99.13),
  NGA: at("NG", 9.06, 7.49),
  PHL: at("PH", 14.60, 120.98),
  SLV: at("SV", 13.69, -89.22),
  SRB: at("RS", 44.79, 20.45),
  TUN: at("TN", 36.81, 10.18),
  UZB: at("UZ", 41.30, 69.24),
  VNM: at("VN", 21.03, 105.85),
  XKX: at("XK", 42.66, 21.17),
  MKD: at("MK", 42.00, 21.43),
  MNE: at("ME", 42.44, 19.26),
  TUR: at("TR", 39.93, 32.86),
  GEO: at("GE", 41.72, 44.79),
  ARM: at("AM", 40.18, 44.51),
  MDA: at("MD", 47.01, 28.86),
  UKR: at("UA", 50.45, 30.52),
  LKA: at("LK", 6.89, 79.92),
  NPL: at("NP", 27.72, 85.32),
  BGD: at("BD", 23.81, 90.41),
  PAK: at("PK", 33.68, 73.05),
  ETH: at("ET", 9.03, 38.74),
  RWA: at("RW", -1.94, 30.06),
  SEN: at("SN", 14.72, -17.47),
  CIV: at("CI", 6.83, -5.29),
  CMR: at("CM", 3.85, 11.50),
  DZA: at("DZ", 36.75, 3.06),
  PER: at("PE", -12.05, -77.04),
  ARG: at("AR", -34.60, -58.38),
  CHL: at("CL", -33.45, -70.67),
  THA: at("TH", 13.76, 100.50),
  MYS: at("MY", 3.14, 101.69),
  CHN: at("CN", 39.90, 116.41),
  ZAF: at("ZA", -25.75, 28.19),
  UGA: at("UG", 0.35, 32.58),
  TZA: at("TZ", -6.16, 35.75),
  MDG: at("MG", -18.88, 47.51),
  TGO: at("TG", 6.13, 1.22),
  DEU: at("DE", 52.52, 13.41),
};
