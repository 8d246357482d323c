/**
 * `fields`, frozen, as an object that no operator of JavaScript takes for a number.
 *
 * The method that refuses lies in the prototype, so the fields are all the keys that the object has. A template string
 * prints `name`, because only the conversion of a string asks for one.
 */
export function symbolic<Fields extends object>(name: string, fields: Fields): Fields {
  const prototype = {
    [Symbol.toPrimitive](hint: string): string {
      if (hint === 'string') return name
      throw new TypeError(
        `${name} is no number: its value depends on the ABI; join constants with bits(${name}, …), and read one with valueOn()`,
      )
    },
  }
  return Object.freeze(Object.assign(Object.create(prototype) as object, fields))
}
