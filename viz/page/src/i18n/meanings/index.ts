// What parameters mean, in German. The English meanings are those of the parameter table and come with every result; a
// test holds this table against it, so that no meaning can be missing or left over.
import { persons } from "./persons-de";
import { places } from "./places-de";
import { routes } from "./routes-de";

export const germanMeanings: Readonly<Record<string, string>> = { ...places, ...routes, ...persons };
