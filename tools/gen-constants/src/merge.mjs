/**
 * The constants of all ABIs as one list for each family. A constant has the value of most ABIs, and its exceptions.
 *
 * Where two values have equally many ABIs, the value of the ABI that is named first wins. `undefined` is a value
 * here: a constant that most ABIs lack has no common value, and the ABIs that have it are exceptions.
 */
import { FAMILIES } from './families.mjs'

const byNumber = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** The value that most of `tokens` have. */
function commonValue(values, tokens) {
  const counts = new Map()
  for (const token of tokens) counts.set(values.get(token), (counts.get(values.get(token)) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

/**
 * The constants of each family: `{ family, constants }`, where a constant is `{ name, value, on }`. `value` is
 * undefined where most ABIs lack the constant. `on` is a Map from an exceptional value to its ABIs; the value is null
 * where the constant is absent.
 *
 * Constants are sorted by value; of equal values, aliases come last; then by name.
 *
 * @param byAbi a Map from token to the Map that readConstants() yields
 */
export function mergeAbis(byAbi) {
  const tokens = [...byAbi.keys()]
  const found = new Map(FAMILIES.map(({ id }) => [id, new Map()]))
  for (const [token, constants] of byAbi)
    for (const [name, { family, value }] of constants) {
      const names = found.get(family)
      if (!names.has(name)) names.set(name, new Map())
      names.get(name).set(token, value)
    }
  return FAMILIES.map((family) => {
    const constants = Array.from(found.get(family.id), ([name, values]) => {
      const value = commonValue(values, tokens)
      const on = new Map()
      for (const token of tokens) {
        const other = values.get(token)
        if (other === value) continue
        const key = other ?? null
        on.set(key, [...(on.get(key) ?? []), token])
      }
      return { name, value, on }
    })
    const rank = ({ name }) => (family.aliases.has(name) ? 1 : 0)
    const shown = ({ value, on }) => value ?? [...on.keys()].find((other) => other !== null) ?? 0
    constants.sort((a, b) => byNumber(shown(a), shown(b)) || rank(a) - rank(b) || byNumber(a.name, b.name))
    if (constants.length === 0) throw new Error(`${family.id}: no header has a constant of it`)
    for (const alias of family.aliases)
      if (!constants.some(({ name }) => name === alias)) throw new Error(`${family.id}: no alias ${alias}`)
    return { family, constants }
  })
}
