import type { Zufall } from "./zufall.ts";

export type Geschlecht = "w" | "m";
const liste = (namen: string): readonly string[] => namen.split(" ");

/** German first names by the years in which they were common. */
const deutsche: readonly { bis: number; w: readonly string[]; m: readonly string[] }[] = [
  {
    bis: 1957,
    w: liste(
      "Gerda Ursula Helga Ingrid Renate Christa Gisela Karin Elfriede Erika Hannelore Waltraud Edith Irmgard Ilse Brigitte",
    ),
    m: liste("Günter Hans Karl Horst Werner Klaus Heinz Gerhard Manfred Dieter Helmut Siegfried Jürgen Wolfgang Rolf Herbert"),
  },
  {
    bis: 1977,
    w: liste(
      "Sabine Susanne Petra Andrea Birgit Martina Claudia Gabriele Heike Anke Monika Ute Silke Kerstin Anja Bärbel Cornelia",
    ),
    m: liste(
      "Thomas Michael Andreas Stefan Frank Jörg Uwe Ralf Bernd Torsten Martin Matthias Holger Dirk Rainer Detlef Axel Peter",
    ),
  },
  {
    bis: 1999,
    w: liste(
      "Julia Katharina Stefanie Nadine Melanie Sarah Jennifer Anna Lisa Christina Sandra Janina Franziska Laura Vanessa Nicole",
    ),
    m: liste(
      "Christian Sebastian Daniel Tobias Florian Jan Alexander Marcel Patrick Philipp Tim Benjamin Kevin Dennis Felix Björn Sören",
    ),
  },
  {
    bis: 2100,
    w: liste(
      "Mia Emma Lina Hannah Emilia Lea Marie Clara Leni Frieda Ida Charlotte Mathilda Greta Paula Merle Antonia Elisa Zoé Nele",
    ),
    m: liste(
      "Noah Paul Leon Finn Elias Ben Jonas Luis Emil Henry Oskar Anton Moritz Jakob Theo Mats Karl Jannik Till Matteo Ole",
    ),
  },
];
const deutscheNachnamen = liste(
  "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Pfeiffer Großmann Strauß Weißenfels",
);

export const herkuenfte = [
  "deutsch",
  "tuerkisch",
  "polnisch",
  "arabisch",
  "ukrainisch",
  "rumaenisch",
  "italienisch",
  "vietnamesisch",
] as const;
export type Herkunft = (typeof herkuenfte)[number];

type Zuwanderung = { staat: string; eu: boolean; w: readonly string[]; m: readonly string[]; nachnamen: readonly string[] };
const zugewanderte: Record<Exclude<Herkunft, "deutsch">, Zuwanderung> = {
  tuerkisch: {
    staat: "türkisch",
    eu: false,
    w: liste("Fatma Ayşe Emine Elif Zeynep Merve Hatice Esra Büşra Derya"),
    m: liste("Mehmet Mustafa Ali Emre Can Murat Hüseyin Yusuf Ömer Kerem"),
    nachnamen: liste("Yılmaz Kaya Demir Şahin Çelik Öztürk Aydın Arslan Doğan Kılıç Koç Yıldız"),
  },
  polnisch: {
    staat: "polnisch",
    eu: true,
    w: liste("Agnieszka Katarzyna Małgorzata Joanna Ewa Zofia Maja Aleksandra"),
    m: liste("Piotr Krzysztof Tomasz Paweł Marek Jakub Michał Łukasz"),
    nachnamen: liste("Nowak Kowalczyk Wójcik Kamiński Zieliński Mazur Król Wieczorek Piątek Sikora"),
  },
  arabisch: {
    staat: "syrisch",
    eu: false,
    w: liste("Amina Layla Rania Nour Hiba Yasmin Salma Maryam"),
    m: liste("Ahmad Omar Khaled Yousef Karim Samir Tarek Bilal"),
    nachnamen: liste("Haddad Khoury Al-Masri Darwish Hamdan Najjar Saleh Mansour Issa"),
  },
  ukrainisch: {
    staat: "ukrainisch",
    eu: false,
    w: liste("Olena Iryna Natalija Oksana Kateryna Sofija Julija Marija"),
    m: liste("Oleksandr Serhij Andrij Dmytro Maksym Bohdan Iwan Taras"),
    nachnamen: liste("Kowalenko Schewtschenko Bondarenko Tkatschenko Melnyk Boiko Rudenko Marchenko"),
  },
  rumaenisch: {
    staat: "rumänisch",
    eu: true,
    w: liste("Ioana Elena Andreea Mihaela Cristina Alexandra Bianca"),
    m: liste("Andrei Ion Mihai Alexandru Ştefan Florin Vlad"),
    nachnamen: liste("Popescu Ionescu Dumitru Stan Gheorghe Radu Munteanu Constantinescu"),
  },
  italienisch: {
    staat: "italienisch",
    eu: true,
    w: liste("Maria Giulia Chiara Francesca Paola Alessia Sofia"),
    m: liste("Marco Luca Giuseppe Antonio Matteo Salvatore Davide"),
    nachnamen: liste("Rossi Esposito Romano Ricci Marino Greco Conti D'Angelo"),
  },
  vietnamesisch: {
    staat: "vietnamesisch",
    eu: false,
    w: liste("Linh Hoa Mai Thu Lan Ngọc"),
    m: liste("Minh Tuấn Hùng Nam Quang Long"),
    nachnamen: liste("Nguyễn Trần Lê Phạm Hoàng Vũ"),
  },
};

const anteile: Readonly<Record<Herkunft, number>> = {
  deutsch: 77,
  tuerkisch: 5,
  polnisch: 4.5,
  arabisch: 4.5,
  ukrainisch: 3,
  rumaenisch: 2.5,
  italienisch: 2,
  vietnamesisch: 1.5,
};
export const zieheHerkunft = (zufall: Zufall): Herkunft => zufall.gewichtet(anteile);

export function zieheVornamen(zufall: Zufall, herkunft: Herkunft, geschlecht: Geschlecht, geburtsjahr: number): string {
  const jahrgang = deutsche.find(({ bis }) => geburtsjahr <= bis) ?? deutsche[3];
  const namen = herkunft === "deutsch" ? jahrgang?.[geschlecht] : zugewanderte[herkunft][geschlecht];
  const erster = zufall.aus(namen ?? []);
  if (herkunft !== "deutsch" || !zufall.mit(0.25)) return erster;
  const zweiter = zufall.aus(namen ?? []);
  return zweiter === erster ? erster : `${erster} ${zweiter}`;
}

export function zieheNachnamen(zufall: Zufall, herkunft: Herkunft): string {
  if (herkunft !== "deutsch") return zufall.aus(zugewanderte[herkunft].nachnamen);
  const name = zufall.aus(deutscheNachnamen);
  const anderer = zufall.mit(0.04) ? zufall.aus(deutscheNachnamen) : name;
  return anderer === name ? name : `${name}-${anderer}`;
}

/** As the register writes it, e.g. `türkisch`. */
export const staatVon = (herkunft: Herkunft): string => (herkunft === "deutsch" ? "deutsch" : zugewanderte[herkunft].staat);

const freizuegige = new Set(["deutsch", ...Object.values(zugewanderte).flatMap(({ staat, eu }) => (eu ? [staat] : []))]);
/** German, or of a state whose people move freely; only for the states that occur here. */
export const istDeutschOderEu = (staat: string): boolean => freizuegige.has(staat);
