// What parameters and indicators mean, in German. The English meanings are those of the model's tables and come with every
// result; a test holds these tables against them, so that no meaning can be missing or left over.
import { indicators } from "./indicators-de";
import { persons } from "./persons-de";
import { places } from "./places-de";
import { routes } from "./routes-de";

export const germanMeanings: Readonly<Record<string, string>> = { ...places, ...routes, ...persons };
export const germanIndicators: Readonly<Record<string, string>> = indicators;
