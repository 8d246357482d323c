/** Reads the logs of strace (`-e raw=all`) and of qemu-user into the calls of a probed function. */

const BEGIN = -701n
const END = -702n

const CALL = /^(?:\d+ |\[ *(\d+)\] )?(\w+)\((.*)$/
const UNKNOWN = /^(?:\d+ )?Unknown syscall (\d+)/

/** The arguments of a call in the text behind its `(`; texts and lists in them have no brackets of their own left. */
function argumentsIn(rest) {
  const plain = rest.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/\[[^\]]*\]|\{[^}]*\}/g, '[]')
  const end = plain.search(/\)(?: |$)/)
  return {
    args: (end < 0 ? plain : plain.slice(0, end)).split(/, ?/),
    result: end < 0 ? '' : plain.slice(end + 1),
  }
}

/** The value that an argument shows, by `valueOf` for names of constants; `undefined` where it is none. */
function shownValue(text, valueOf) {
  const words = text.replace(/^\w+=/, '').split('|')
  let sum = 0n
  for (const word of words) {
    const value = /^-?\d+$|^0x[0-9a-f]+$/i.test(word) ? (/^0[0-7]+$/.test(word) ? BigInt(`0o${word}`) : BigInt(word)) : valueOf(word) // prettier-ignore
    if (value === undefined) return undefined
    sum |= value
  }
  return sum
}

/** The calls in a log, each `{ name, args, isMissing }`. `args` are values or undefined. */
export function callsIn(log, { nameOf, valueOf }) {
  return log.split('\n').flatMap((line) => {
    const unknown = UNKNOWN.exec(line)
    if (unknown !== null)
      return [{ name: nameOf(Number(unknown[1])) ?? unknown[1], args: [], isMissing: true }]
    const call = CALL.exec(line)
    if (call === null) return []
    const { args, result } = argumentsIn(call[3])
    const isMissing = /ENOSYS|Function not implemented/.test(result)
    const hasStarted = /= 0$|^ *$/.test(result) || result === ''
    return [
      {
        name: call[1] === undefined || call[2] === 'execve' ? call[2] : (nameOf(Number(call[1])) ?? call[2]),
        args: args.map((text) => shownValue(text, valueOf)),
        isMissing,
        hasStarted,
        isNamed: call[1] === undefined,
        // strace prints the operation of a multiplexer: `[ 102] connect(…)`.
        shown: call[2],
      },
    ]
  })
}

const isMark = (mark) => (call) =>
  call.name === 'close' && call.args[0] !== undefined && BigInt.asIntN(32, call.args[0]) === mark

/**
 * The logs of the threads. strace has a file for each; qemu-user begins each line with the thread, and writes a line into one that
 * another thread has begun.
 */
function threadsIn(logs) {
  return logs.flatMap((log) => {
    const threads = new Map()
    for (const line of log.replaceAll(/\)(\d+ (?:\w+\(|Unknown))/g, ')\n$1').split('\n')) {
      const thread = /^\d+(?= )/.exec(line)?.[0] ?? ''
      threads.set(thread, `${threads.get(thread) ?? ''}${line}\n`)
    }
    return [...threads.values()]
  })
}

/** The calls of a program before its main function, without the execve that starts it; `undefined` where it has no mark. */
export function callsOfStart(logs, names) {
  const main = threadsIn(logs)
    .map((log) => callsIn(log, names))
    .find((calls) => calls.some(isMark(BEGIN)))
  return main?.slice(0, main.findIndex(isMark(BEGIN))).filter(({ name }) => name !== 'execve')
}

/** The calls that the function makes, of all its threads, in the order of each; `undefined` where the probe did not reach it. */
export function callsOfFunction(logs, names) {
  const threads = threadsIn(logs).map((log) => callsIn(log, names))
  const main = threads.find((calls) => calls.some(isMark(BEGIN)))
  if (main === undefined) return undefined
  const own = (calls) => {
    const end = calls.findIndex(isMark(END))
    const kept = end < 0 ? calls : calls.slice(0, end)
    const started = kept.findIndex(({ name, hasStarted }) => /^execve/.test(name) && hasStarted)
    return started < 0 ? kept : kept.slice(0, started + 1)
  }
  return [
    main.slice(main.findIndex(isMark(BEGIN)) + 1),
    ...threads.filter((calls) => calls !== main),
  ].flatMap(own)
}
