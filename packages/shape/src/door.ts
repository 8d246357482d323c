/*
 * Checks for the arguments of an exported function that takes a large value: an IR, a list, a text. A reader would
 * copy the value; these checks pass it on. They check only the properties that the function reads first. So a value
 * of a wrong kind gets an error that names the argument, instead of a message of the engine.
 */
import { shown } from './shown.ts'

function refuse(value: unknown, where: string, expected: string): never {
  throw new TypeError(`${where}: expected ${expected}; got ${shown(value)}`)
}

/** Whether `value` is an object with the properties `keys`, its own or inherited. */
function hasKeys(value: unknown, keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}

/**
 * Checks that `value` is an object with the properties `keys`.
 * @throws TypeError that names `where`
 */
export function expectObject(value: unknown, where: string, ...keys: readonly string[]): void {
  if (hasKeys(value, keys)) return
  refuse(value, where, keys.length === 0 ? 'an object' : `an object with ${keys.join(', ')}`)
}

/**
 * Checks that `value` is a list; with `keys`, that its items are objects with these properties.
 * @throws TypeError that names `where`
 */
export function expectList(value: unknown, where: string, ...keys: readonly string[]): void {
  if (!Array.isArray(value)) return refuse(value, where, 'a list')
  if (keys.length === 0) return
  for (const [i, item] of (value as readonly unknown[]).entries())
    expectObject(item, `${where}[${i}]`, ...keys)
}

/**
 * Checks that `value` can be iterated over: a list, a set, a generator.
 * @throws TypeError that names `where`
 */
export function expectIterable(value: unknown, where: string): void {
  if (typeof value === 'string') return
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value))
    refuse(value, where, 'a list, or something else to iterate over')
}

/**
 * Checks that `value` is text.
 * @throws TypeError that names `where`
 */
export function expectText(value: unknown, where: string): void {
  if (typeof value !== 'string') refuse(value, where, 'text')
}

/**
 * Checks that `value` is a function.
 * @throws TypeError that names `where`
 */
export function expectFunction(value: unknown, where: string): void {
  if (typeof value !== 'function') refuse(value, where, 'a function')
}
