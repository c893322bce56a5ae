import { amtspersonen, createBevoelkerung, name } from "./bevoelkerung/index.ts";

const { personas } = createBevoelkerung();

/** Whom the demo suggests to be, for the box at the end of `npm start`. */
export const demoAnmeldungen = [
  ...personas.map(({ person, geschichte }) => ({ name: name(person), rolle: geschichte })),
  ...amtspersonen
    .filter(({ mandant }) => mandant === "musterstadt")
    .map((amtsperson) => ({ name: amtsperson.name, rolle: amtsperson.rollen.join(", ") })),
];
