/** A symbolic value: a constant, or constants joined by or. */
interface Symbolic {
  readonly constant?: string
  readonly bits?: readonly Symbolic[]
}

const nameOf = ({ constant, bits = [] }: Symbolic): string => constant ?? bits.map(nameOf).join('|')

/**
 * The prototype of symbolic values. Every operator of JavaScript that calculates asks an object for a primitive
 * value, and this prototype throws. Only a template string asks for text, and gets the C names.
 */
const REFUSING: object = /* @__PURE__ */ Object.freeze({
  [Symbol.toPrimitive](this: Symbolic, hint: string): string {
    if (hint === 'string') return nameOf(this)
    throw new TypeError(
      `${nameOf(this)} is no number: its value depends on the ABI; join constants with bits(…), and read a value with valueOn()`,
    )
  },
})

/** `fields` as a frozen object with which JavaScript cannot calculate. It has no other keys than the fields. */
export function symbolic<Fields extends Symbolic>(fields: Fields): Fields {
  return Object.freeze(Object.assign(Object.create(REFUSING) as object, fields))
}
