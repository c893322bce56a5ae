/** Time as a dependency: domain code never asks the machine for the date itself. */
export { type Clock, dayOf, fixedClock, systemClock } from "./clock.ts";
