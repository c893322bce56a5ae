/** Who is there, and what they may do: OpenID Connect for citizens and staff, sessions, typed scopes. */
export { type Auth, type AuthOptions, createAuth } from "./auth.ts";
export { type Amtsbereich, amtsbereiche, bereicheFuer } from "./bereiche.ts";
export { type Frame, frameOf, mandantOf } from "./frame.ts";
export { aemterMit, hatRecht, leistungenMit, type Recht, rechteAus } from "./scopes.ts";
export { type Amtsperson, type Buerger, erreichtNiveau, type Sitzung, type Vertrauensniveau } from "./session.ts";
