/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/* Elements of the page. Text goes in as text, never as markup: names in a profile are whatever somebody wrote. */

/** An attribute, a boolean property, or the listener of an event. */
export type Attribute = string | number | boolean | ((event: Event) => void)
/** A child of an element. */
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

/** Replaces the children of `element` by `children`. */
export function fill(element: Element, ...children: readonly ElementChild[]): void {
  element.replaceChildren(...children.filter((child) => child !== undefined))
}

/** Lines that are added at once. More lines are added frame by frame, so that no task of the page is long. */
const AT_ONCE = 120

/** Adds an element for each line to `parent`, some hundred per frame. */
export function fillLines(
  parent: Element,
  lines: readonly string[],
  done: () => void = () => undefined,
): void {
  parent.replaceChildren()
  const marker = {} // the next call sets a new marker, and this call ends
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
