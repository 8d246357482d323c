/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Elements of the page. Text goes in as text, never as markup: names in a profile are whatever somebody wrote. */

/** An attribute, a property that is true or false, or what an event does. */
export type Attribute = string | number | boolean | ((event: Event) => void)
/** What an element holds. */
export type ElementChild = Node | string | undefined

/** An element with attributes and children. A function is the listener of the event that it is named after. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly ElementChild[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (typeof value === 'boolean') element.toggleAttribute(key, value)
    else element.setAttribute(key, String(value))
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** Puts `children` in place of what `element` holds. */
export function fill(element: Element, ...children: readonly ElementChild[]): void {
  element.replaceChildren(...children.filter((child) => child !== undefined))
}

/** Lines that are put in at once; more are put in frame by frame, so that no task of the page is long. */
const AT_ONCE = 120

/** Puts an element for each line in `parent`, some hundred a frame. */
export function fillLines(
  parent: Element,
  lines: readonly string[],
  done: () => void = () => undefined,
): void {
  parent.replaceChildren()
  const marker = {} // a later call ends this one
  filling.set(parent, marker)
  const next = (from: number): void => {
    if (filling.get(parent) !== marker) return
    parent.append(
      ...lines.slice(from, from + AT_ONCE).map((line) => el('span', { class: 'pg-line' }, `${line}\n`)),
    )
    if (from + AT_ONCE < lines.length) requestAnimationFrame(() => next(from + AT_ONCE))
    else requestAnimationFrame(done) // the caller has put `parent` into the page by then
  }
  next(0)
}

const filling = new WeakMap<Element, object>()
