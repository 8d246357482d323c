/*
 * Removes from a Worker every global that its policy does not need.
 *
 * This is the second barrier. The first barrier is the frame's Content-Security-Policy, which a Worker made from a
 * blob inherits: it forbids every request. This file removes what the first barrier allows: nested Workers, timers,
 * storage, and `postMessage`, by which a policy could flood the frame. The list names the globals to keep, so that
 * globals of later browsers are removed too.
 */

/** The globals to keep: those of the language, and of text. */
const KEPT: ReadonlySet<string | symbol> = new Set([
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'],
  ...['URIError', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Iterator', 'JSON', 'Promise'],
  ...['Proxy', 'Reflect', 'Intl', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray'],
  ...['Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...['BigInt64Array', 'BigUint64Array', 'TextEncoder', 'TextDecoder', 'structuredClone'],
])

/**
 * Removes all globals from `scope` and from the objects that it inherits from, except those of the language.
 * @returns the names of globals that could not be removed
 */
export function closeGlobals(scope: object): readonly string[] {
  const left: string[] = []
  for (
    let holder: object | null = scope;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    for (const key of Reflect.ownKeys(holder)) {
      const isKept = key === 'constructor' || typeof key === 'symbol' || KEPT.has(key)
      if (!isKept && !Reflect.deleteProperty(holder, key)) left.push(key)
    }
  }
  return left
}
