/*
 * Readers for values that no type checker has seen: options that JavaScript passes, a policy that a module
 * exports, JSON.
 *
 * A reader takes such a value and yields a value of the promised type, or throws. The result is a copy, made by
 * reading every field once: a getter or a proxy cannot answer differently later. An unknown key is an error, because
 * a reader that ignored it could drop a condition or an option that the person meant. The error suggests the nearest
 * known key.
 *
 * Readers are made of other readers. A record has a reader for each key of its type. When a type gains a key, its
 * record does not compile until it has a reader for that key. The caller that starts a reading chooses the class of
 * the errors.
 */
import { MAX_SHOWN, shown } from './shown.ts'
import { didYouMean } from './suggest.ts'

/** The kind of fault in a value: a wrong type, an unknown name, or a number out of bounds. */
export type ShapeFault = 'type' | 'name' | 'number'

/** A value that is being read. */
export interface At {
  readonly value: unknown
  /** The path of the value in the input, such as `rules[3].action`; empty for the whole input. */
  readonly where: string
  /** The error to throw; `message` is the rule, what was got, and what to do. */
  readonly error: (fault: ShapeFault, where: string, message: string) => Error
}

/** Yields the value as a `T`. @throws the error of the reading where the value is no `T` */
export type Reader<T> = (at: At) => T

/** A key that may be absent, or `undefined`, which is the same. */
export interface Optional<T> {
  readonly optional: Reader<T>
}

/** A reader for each key of `T`; {@link optional} for those that may be absent. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Reader<T[K]>
}

/**
 * Throws the error for a value that is not the expected one.
 * @throws the error of the reading, always
 */
export function fail(at: At, expected: string, fault: ShapeFault = 'type'): never {
  throw at.error(fault, at.where, `expected ${expected}; got ${shown(at.value)}`)
}

/** The value under `key` of the object at `at`. */
export function member(at: At, key: string): At {
  return fieldAt(at, key, objectAt(at)[key])
}

/** `value`, the value under `key` of the object at `at`. */
function fieldAt({ where, error }: At, key: string, value: unknown): At {
  return { value, where: where === '' ? key : `${where}.${key}`, error }
}

function objectAt(at: At): Readonly<Record<string, unknown>> {
  const { value } = at
  // By the tag: a map, a set or a promise has no keys of its own, and would look like an empty object.
  const tag = Object.prototype.toString.call(value)
  if (tag !== '[object Object]') {
    const isInstance = typeof value === 'object' && value !== null && !Array.isArray(value)
    return fail(at, isInstance ? `a plain object, and not ${tag.slice(0, MAX_SHOWN)}` : 'an object')
  }
  return value as Readonly<Record<string, unknown>> // by the check above
}

/** The keys of `value`, its own and inherited ones. Methods that it inherits do not count as keys. */
function keysOf(value: object): readonly string[] {
  const keys = Reflect.ownKeys(value)
  let from = Object.getPrototypeOf(value) as object | null
  while (from !== null && from !== Object.prototype && !Object.hasOwn(from, 'hasOwnProperty')) {
    const inherited = from
    keys.push(
      ...Reflect.ownKeys(inherited).filter(
        (key) => typeof Object.getOwnPropertyDescriptor(inherited, key)?.value !== 'function',
      ),
    )
    from = Object.getPrototypeOf(inherited) as object | null
  }
  return keys.map(String)
}

/**
 * Checks the keys of the object at `at`.
 * @throws the error of the reading where a key, own or inherited, is not in `known`
 */
export function checkKeys(at: At, known: readonly string[]): void {
  checkKeysOf(objectAt(at), at, known)
}

function checkKeysOf(object: object, at: At, known: readonly string[]): void {
  // Most objects have only keys of their own.
  const isPlain = Object.getPrototypeOf(object) === Object.prototype
  if (isPlain && Reflect.ownKeys(object).every((key) => typeof key === 'string' && known.includes(key)))
    return
  for (const key of keysOf(object))
    if (!known.includes(key))
      throw at.error(
        'name',
        at.where,
        `unknown key ${shown(key)}${didYouMean(key, known, `; expected one of ${known.join(', ')}`)}`,
      )
}

/** A key that may be absent. */
export function optional<T>(reader: Reader<T>): Optional<T> {
  return { optional: reader }
}

/** An object with the keys of `fields` and no others, copied. */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  const readers = Object.entries(fields) as readonly (readonly [
    string,
    Reader<unknown> | Optional<unknown>,
  ])[]
  const known = readers.map(([key]) => key)
  return (at) => {
    const object = objectAt(at)
    checkKeysOf(object, at, known)
    const copy: Record<string, unknown> = {}
    for (const [key, reader] of readers) {
      const value = object[key]
      if (typeof reader === 'function') copy[key] = reader(fieldAt(at, key, value))
      else if (value !== undefined) copy[key] = reader.optional(fieldAt(at, key, value))
    }
    return copy as T // each key was read by the reader of its type
  }
}

/** A list, each item of which `item` reads; a hole is `undefined`. */
export function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (at) => {
    const { value, where, error } = at
    if (!Array.isArray(value)) return fail(at, 'a list')
    // Array.from and not map(), which skips the holes of a sparse list.
    return Array.from(value as readonly unknown[], (one, i) =>
      item({ value: one, where: `${where}[${i}]`, error }),
    )
  }
}

/** Text. */
export const text: Reader<string> = (at) => (typeof at.value === 'string' ? at.value : fail(at, 'text'))

/** `true` or `false`. Other values that JavaScript treats as true or false are refused. */
export const flag: Reader<boolean> = (at) =>
  typeof at.value === 'boolean' ? at.value : fail(at, 'true or false')

/** Any number. Its user checks the bounds, because there the message can say what the number is for. */
export const number: Reader<number> = (at) => (typeof at.value === 'number' ? at.value : fail(at, 'a number'))

/** A whole number from `min` to `max`. */
export function whole(max: number, min = 0): Reader<number> {
  return (at) => {
    const { value } = at
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
    const fault = typeof value === 'number' ? 'number' : 'type'
    return fail(at, `a whole number, ${min} to ${max}`, fault)
  }
}

/** A number, `min` or more; `Infinity` is one, NaN is not. */
export function atLeast(min: number): Reader<number> {
  return (at) => {
    const { value } = at
    if (typeof value === 'number' && value >= min) return value
    return fail(at, `a number, ${min} or more`, typeof value === 'number' ? 'number' : 'type')
  }
}

/** A u32. */
export const u32: Reader<number> = whole(0xffff_ffff)

/** A u64. */
export const u64: Reader<bigint> = (at) => {
  const { value } = at
  if (typeof value === 'bigint' && value >= 0n && value <= 0xffff_ffff_ffff_ffffn) return value
  return fail(at, 'a bigint, 0n to 2n ** 64n - 1n', typeof value === 'bigint' ? 'number' : 'type')
}

/** One of `words`. */
export function oneOf<Word extends string>(words: readonly Word[]): Reader<Word> {
  return (at) => {
    const { value } = at
    const found = words.find((word) => word === value)
    if (found !== undefined) return found
    const meant = typeof value === 'string' ? didYouMean(value, words) : ''
    const expected = `expected ${words.join(', ')}; got ${shown(value)}${meant}`
    throw at.error(typeof value === 'string' ? 'name' : 'type', at.where, expected)
  }
}

/** A byte order. */
export const endianness: Reader<'little' | 'big'> = oneOf(['little', 'big'])

/** A function, passed on unchanged. */
export function callback<T>(): Reader<T> {
  // The parameter and result types of a function cannot be checked at run time.
  return (at) => (typeof at.value === 'function' ? (at.value as T) : fail(at, 'a function'))
}

/** Any value, passed on unchanged. The user of the reader checks it. */
export function unread<T>(): Reader<T> {
  return (at) => at.value as T // the caller of `unread` checks the value
}

/** The error for a wrong argument: RangeError for a number out of bounds, TypeError for any other fault. */
export function argumentError(fault: ShapeFault, where: string, message: string): Error {
  return new (fault === 'number' ? RangeError : TypeError)(where === '' ? message : `${where}: ${message}`)
}

/**
 * The result of `reader` on `value`, which messages call `where`.
 * @throws the errors that `error` makes; TypeError or RangeError if `error` is left out
 */
export function read<T>(
  reader: Reader<T>,
  value: unknown,
  where: string,
  error: At['error'] = argumentError,
): T {
  return reader({ value, where, error })
}
