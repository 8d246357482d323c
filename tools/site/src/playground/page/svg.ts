/// <reference lib="dom" />
/*
 * A picture as elements. The text comes from `@seccompile/draw`, which escapes every name. It is nevertheless parsed
 * as XML, in a document that runs no script, and everything that is no part of a picture is left out.
 */

const ELEMENTS =
  /^(?:svg|g|defs|pattern|marker|title|desc|style|rect|path|line|circle|text|tspan|polygon|polyline|use|clipPath)$/
const NAMESPACE = 'http://www.w3.org/2000/svg'

/** The picture in `text`; `undefined` where the text is no picture. */
export function svgOf(text: string): Element | undefined {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
  if (root.namespaceURI !== NAMESPACE || root.localName !== 'svg') return undefined
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.namespaceURI !== NAMESPACE || !ELEMENTS.test(element.localName)) element.remove()
    for (const { name, value } of [...element.attributes])
      if (/^on/i.test(name) || (/href$/i.test(name) && !value.startsWith('#'))) element.removeAttribute(name)
  }
  return document.importNode(root, true)
}
