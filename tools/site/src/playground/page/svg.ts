/// <reference lib="dom" />
/*
 * A picture as elements. The text comes from `@seccompile/draw`, which escapes every name. It is parsed as XML all the same,
 * in a document where nothing runs, and what is no part of a picture is left out.
 */

const ELEMENTS =
  /^(?:svg|g|defs|pattern|marker|title|desc|style|rect|path|line|circle|text|tspan|polygon|polyline|use|clipPath)$/
const NAMESPACE = 'http://www.w3.org/2000/svg'

/** The picture in `text`; nothing where the text is none. */
export function svgOf(text: string): Element | undefined {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml')
  if (root.namespaceURI !== NAMESPACE || root.localName !== 'svg') return undefined
  for (const element of root.querySelectorAll('*')) {
    if (element.namespaceURI !== NAMESPACE || !ELEMENTS.test(element.localName)) element.remove()
    for (const { name, value } of [...element.attributes])
      if (/^on/i.test(name) || (/href$/i.test(name) && !value.startsWith('#'))) element.removeAttribute(name)
  }
  return document.importNode(root, true)
}
