/*
 * Takes from a Worker all that its policy has no need of.
 *
 * This is the second wall. The first one is the frame's Content-Security-Policy, which a Worker made from a blob inherits: it
 * forbids every request. What is taken here is what the first wall leaves: nested Workers, timers, storage, and `postMessage`,
 * by which a policy could flood the frame. The list names what stays, so that what browsers add later goes too.
 */

/** What stays: the language, and text. */
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
 * Takes everything from `scope` and the objects that it inherits from, but what the language has.
 * @returns the names of what could not be taken
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
