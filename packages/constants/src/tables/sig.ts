// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Signals. */

import { constant } from '../constant/constant.ts'
import type { Constant } from '../constant/constant.ts'

export const SIGHUP: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGHUP', 1)
export const SIGINT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGINT', 2)
export const SIGQUIT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGQUIT', 3)
export const SIGILL: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGILL', 4)
export const SIGTRAP: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGTRAP', 5)
export const SIGABRT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGABRT', 6)
export const SIGIOT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGIOT', 6)
export const SIGBUS: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGBUS', 7, 'mips* parisc* 10')
export const SIGEMT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGEMT', undefined, 'mips* 7')
export const SIGFPE: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGFPE', 8)
export const SIGKILL: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGKILL', 9)
export const SIGUSR1: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGUSR1', 10, 'mips* parisc* 16')
export const SIGSEGV: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGSEGV', 11)
export const SIGUSR2: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGUSR2', 12, 'mips* parisc* 17')
export const SIGPIPE: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGPIPE', 13)
export const SIGALRM: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGALRM', 14)
export const SIGTERM: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGTERM', 15)
export const SIGSTKFLT: Constant<'sig'> = /* @__PURE__ */ constant(
  'sig',
  'SIGSTKFLT',
  16,
  'mips* null, parisc* 7',
)
export const SIGCHLD: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGCHLD', 17, 'mips* parisc* 18')
export const SIGCONT: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGCONT', 18, 'mips* 25, parisc* 26')
export const SIGCLD: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGCLD', undefined, 'mips* 18')
export const SIGSTOP: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGSTOP', 19, 'mips* 23, parisc* 24')
export const SIGTSTP: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGTSTP', 20, 'mips* 24, parisc* 25')
export const SIGTTIN: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGTTIN', 21, 'mips* 26, parisc* 27')
export const SIGTTOU: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGTTOU', 22, 'mips* 27, parisc* 28')
export const SIGURG: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGURG', 23, 'mips* 21, parisc* 29')
export const SIGXCPU: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGXCPU', 24, 'mips* 30, parisc* 12')
export const SIGXFSZ: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGXFSZ', 25, 'mips* 31, parisc* 30')
export const SIGVTALRM: Constant<'sig'> = /* @__PURE__ */ constant(
  'sig',
  'SIGVTALRM',
  26,
  'mips* 28, parisc* 20',
)
export const SIGPROF: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGPROF', 27, 'mips* 29, parisc* 21')
export const SIGWINCH: Constant<'sig'> = /* @__PURE__ */ constant(
  'sig',
  'SIGWINCH',
  28,
  'mips* 20, parisc* 23',
)
export const SIGIO: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGIO', 29, 'mips* parisc* 22')
export const SIGPOLL: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGPOLL', 29, 'mips* parisc* 22')
export const SIGPWR: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGPWR', 30, 'mips* parisc* 19')
export const SIGSYS: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGSYS', 31, 'mips* 12')
export const SIGUNUSED: Constant<'sig'> = /* @__PURE__ */ constant('sig', 'SIGUNUSED', 31, 'mips* null')

/** The names of the signals. */
export type SignalName =
  | 'SIGHUP'
  | 'SIGINT'
  | 'SIGQUIT'
  | 'SIGILL'
  | 'SIGTRAP'
  | 'SIGABRT'
  | 'SIGIOT'
  | 'SIGBUS'
  | 'SIGEMT'
  | 'SIGFPE'
  | 'SIGKILL'
  | 'SIGUSR1'
  | 'SIGSEGV'
  | 'SIGUSR2'
  | 'SIGPIPE'
  | 'SIGALRM'
  | 'SIGTERM'
  | 'SIGSTKFLT'
  | 'SIGCHLD'
  | 'SIGCONT'
  | 'SIGCLD'
  | 'SIGSTOP'
  | 'SIGTSTP'
  | 'SIGTTIN'
  | 'SIGTTOU'
  | 'SIGURG'
  | 'SIGXCPU'
  | 'SIGXFSZ'
  | 'SIGVTALRM'
  | 'SIGPROF'
  | 'SIGWINCH'
  | 'SIGIO'
  | 'SIGPOLL'
  | 'SIGPWR'
  | 'SIGSYS'
  | 'SIGUNUSED'
