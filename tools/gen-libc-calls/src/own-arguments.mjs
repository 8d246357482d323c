/**
 * Arguments without constants that say what a call does: the operation of a multiplexer, and whether a call is for the process itself
 * (`pid` is 0) and only reads (`new_rlim` is NULL).
 */
const OWN = { getpgid: ['pid'], ipc: ['call'], prlimit64: ['pid', 'new_rlim'], socketcall: ['call'] }

/** Whether `argument` of `call` says what the call does where it has `value`. */
export const isOwnArgument = (call, argument, value) =>
  OWN[call]?.includes(argument) === true && (argument === 'call' || value === 0n)
