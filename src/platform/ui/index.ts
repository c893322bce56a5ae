/** The look of every page: KERN wrapped as components that are rendered on the server and work without JavaScript. */
export { type Asset, assets, paths } from "./assets.ts";
export { kontrast, mandantCss } from "./farbe.ts";
export {
  Checkbox,
  DateField,
  type Datei,
  FieldGroup,
  FileUpload,
  MoneyField,
  type Option,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from "./felder.tsx";
export { renderPage, Seite, type Seitenmandant, type Seitennutzer } from "./seite.tsx";
export { DataTable, type Spalte } from "./tabelle.tsx";
export {
  Alert,
  type Aufgabe,
  Badge,
  Button,
  Details,
  EmptyState,
  ErrorSummary,
  LinkButton,
  PrintButton,
  type Schritt,
  SourceNote,
  StatusTimeline,
  Stepper,
  SummaryList,
  TaskList,
  type Ton,
  type Verlaufspunkt,
  type Zeile,
} from "./teile.tsx";
export { type Sprache, texte } from "./texte.ts";
