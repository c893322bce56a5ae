import type { ComponentChildren, VNode } from "preact";
import { texte } from "./texte.ts";

type FeldProps = {
  name: string;
  label: string;
  hinweis?: string | undefined;
  fehler?: string | undefined;
  pflicht?: boolean;
  autocomplete?: string | undefined;
};
const t = texte();

/** ids of hint and error, for aria-describedby. */
const beschrieben = ({ name, hinweis, fehler }: FeldProps): string | undefined =>
  [hinweis && `${name}-hinweis`, fehler && `${name}-fehler`].filter(Boolean).join(" ") || undefined;

function Rahmen({ children, kurz, ...feld }: FeldProps & { kurz?: boolean; children: ComponentChildren }): VNode {
  return (
    <div class={`kern-form-input${feld.fehler ? " kern-form-input--error" : ""}${kurz ? " kern-form-input--kurz" : ""}`}>
      <label class="kern-label" for={feld.name}>
        {feld.label}
        {feld.pflicht === false && <span class="kern-label__optional"> ({t.freiwillig})</span>}
      </label>
      <HinweisUndFehler {...feld} />
      {children}
    </div>
  );
}

function HinweisUndFehler({ name, hinweis, fehler }: FeldProps): VNode {
  return (
    <>
      {hinweis && (
        <div class="kern-hint" id={`${name}-hinweis`}>
          {hinweis}
        </div>
      )}
      {fehler && (
        <p class="kern-error" id={`${name}-fehler`}>
          <span>
            <span class="kern-sr-only">{t.fehler}: </span>
            {fehler}
          </span>
        </p>
      )}
    </>
  );
}

const gemeinsam = (feld: FeldProps) => ({
  id: feld.name,
  name: feld.name,
  "aria-describedby": beschrieben(feld),
  "aria-invalid": feld.fehler ? ("true" as const) : undefined,
  autocomplete: feld.autocomplete,
});

type TextProps = FeldProps & {
  wert?: string | undefined;
  kurz?: boolean;
  eingabe?: "text" | "numeric" | "decimal" | "email";
  maxLaenge?: number;
};

export function TextField({ wert, kurz = false, eingabe, maxLaenge, ...feld }: TextProps): VNode {
  return (
    <Rahmen {...feld} kurz={kurz}>
      <input
        class={`kern-form-input__input${feld.fehler ? " kern-form-input__input--error" : ""}`}
        type="text"
        inputMode={eingabe}
        maxLength={maxLaenge}
        value={wert ?? ""}
        {...gemeinsam(feld)}
      />
    </Rahmen>
  );
}

export const DateField = (feld: Omit<TextProps, "eingabe" | "kurz">): VNode => (
  <TextField {...feld} kurz={true} eingabe="text" maxLaenge={12} />
);

export function MoneyField({ wert, ...feld }: FeldProps & { wert?: string | undefined }): VNode {
  return (
    <Rahmen {...feld} kurz={true}>
      <div class="betrag">
        <input
          class={`kern-form-input__input${feld.fehler ? " kern-form-input__input--error" : ""}`}
          type="text"
          inputMode="decimal"
          value={wert ?? ""}
          {...gemeinsam(feld)}
        />
        <span aria-hidden="true">€</span>
      </div>
    </Rahmen>
  );
}

export function TextArea({ wert, zeilen = 6, ...feld }: FeldProps & { wert?: string | undefined; zeilen?: number }): VNode {
  return (
    <Rahmen {...feld}>
      <textarea
        class={`kern-form-input__input${feld.fehler ? " kern-form-input__input--error" : ""}`}
        rows={zeilen}
        {...gemeinsam(feld)}
      >
        {wert ?? ""}
      </textarea>
    </Rahmen>
  );
}

export type Option = { wert: string; text: string; hinweis?: string };

export function RadioGroup({
  optionen,
  wert,
  ...feld
}: FeldProps & { optionen: readonly Option[]; wert?: string | undefined }): VNode {
  return (
    <fieldset
      class={`kern-fieldset${feld.fehler ? " kern-fieldset--error" : ""}`}
      id={feld.name}
      aria-describedby={beschrieben(feld)}
      tabIndex={-1}
    >
      <legend class="kern-label">
        {feld.label}
        {feld.pflicht === false && <span class="kern-label__optional"> ({t.freiwillig})</span>}
      </legend>
      <HinweisUndFehler {...feld} />
      <div class="kern-fieldset__body">
        {optionen.map((option) => (
          <div class="kern-form-check" key={option.wert}>
            <input
              class="kern-form-check__radio"
              type="radio"
              id={`${feld.name}-${option.wert}`}
              name={feld.name}
              value={option.wert}
              checked={wert === option.wert}
            />
            <label class="kern-label" for={`${feld.name}-${option.wert}`}>
              {option.text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function Select({
  optionen,
  wert,
  ...feld
}: FeldProps & { optionen: readonly Option[]; wert?: string | undefined }): VNode {
  return (
    <Rahmen {...feld}>
      <div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" {...gemeinsam(feld)}>
          {optionen.map((option) => (
            <option key={option.wert} value={option.wert} selected={wert === option.wert}>
              {option.text}
            </option>
          ))}
        </select>
      </div>
    </Rahmen>
  );
}

export function Checkbox({ angekreuzt, ...feld }: FeldProps & { angekreuzt?: boolean }): VNode {
  return (
    <div>
      <HinweisUndFehler {...feld} />
      <div class="kern-form-check">
        <input
          class={`kern-form-check__checkbox${feld.fehler ? " kern-form-check__checkbox--error" : ""}`}
          type="checkbox"
          value="ja"
          checked={angekreuzt}
          {...gemeinsam(feld)}
        />
        <label class="kern-label" for={feld.name}>
          {feld.label}
        </label>
      </div>
    </div>
  );
}

/** Inputs that belong together, under one legend; the error list leads to it by `name`. */
export function FieldGroup({
  children,
  rahmen = false,
  ...feld
}: FeldProps & { rahmen?: boolean; children: ComponentChildren }): VNode {
  return (
    <fieldset
      class={`gruppe${rahmen ? " gruppe--eintrag" : ""}${feld.fehler ? " kern-fieldset--error" : ""}`}
      id={feld.name}
      aria-describedby={beschrieben(feld)}
      tabIndex={-1}
    >
      <legend class="kern-label">{feld.label}</legend>
      <HinweisUndFehler {...feld} />
      {children}
    </fieldset>
  );
}

export type Datei = { name: string; groesse: number; sha256: string };

/** Uploads with the list of what is there; each can be removed by a button of its own (`entferne`). */
export function FileUpload({
  dateien = [],
  typen,
  eine = false,
  ...feld
}: FeldProps & { dateien?: readonly Datei[]; typen: readonly string[]; eine?: boolean }): VNode {
  return (
    <Rahmen {...feld}>
      {dateien.length > 0 && (
        <ul class="dateien" aria-label={t.hochgeladen}>
          {dateien.map((datei) => (
            <li key={datei.sha256}>
              <span>
                {datei.name} <span class="leise">({Math.max(1, Math.round(datei.groesse / 1024))} KB)</span>
              </span>
              <button class="knopf-link" type="submit" name="entferne" value={datei.sha256} formNoValidate>
                {t.entfernen}
                <span class="kern-sr-only"> {datei.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input class="kern-form-input__input" type="file" multiple={!eine} accept={typen.join(",")} {...gemeinsam(feld)} />
      <div class="leise" id={`${feld.name}-auswahl`} aria-live="polite" />
    </Rahmen>
  );
}
