import { html } from "../../src/views/element";

/** A labelled box for a line of text. */
export function textField(
  name: string,
  label: string,
  { hint, ...attributes }: { hint?: string } & Record<string, string | undefined> = {},
): { readonly row: HTMLElement; readonly input: HTMLInputElement } {
  const [id, hintId] = [`field-${name}`, `hint-${name}`];
  const input = html("input", {
    type: "text",
    id,
    name,
    autocomplete: "off",
    "aria-describedby": hint ? hintId : null,
    ...attributes,
  });
  const row = html(
    "div",
    { class: "field" },
    html("label", { for: id }, label),
    hint && html("p", { class: "hint", id: hintId }, hint),
    input,
  );
  return { row, input };
}

/** Choices of which one holds; the first at the beginning. */
export function choiceField<Value extends string>(
  name: string,
  legend: string,
  choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly more?: HTMLElement;
  }[],
): { readonly row: HTMLFieldSetElement; readonly value: () => Value } {
  const row = html("fieldset", { class: "field" }, html("legend", {}, legend));
  const inputs = choices.map(({ value, label, more }, i) => {
    const id = `choice-${name}-${value}`;
    const input = html("input", { type: "radio", name, id, value, checked: i === 0 });
    row.append(
      html("div", { class: "choice" }, input, html("label", { for: id }, label)),
      ...(more ? [more] : []),
    );
    return { input, more };
  });
  const showMore = (): void => {
    for (const { input, more } of inputs) if (more) more.hidden = !input.checked;
  };
  row.addEventListener("change", showMore);
  showMore();
  return {
    row,
    value: () => choices[inputs.findIndex(({ input }) => input.checked)].value,
  };
}

export const button = (text: string, act: () => void, look = "button"): HTMLButtonElement => {
  const made = html("button", { type: "button", class: look }, text);
  made.addEventListener("click", act);
  return made;
};
