/* Whether a text is a policy of minijail, for a command that is given a file. */

import { expectText } from '@seccompile/shape'

/** The lines that are looked at. */
const MOST_LINES = 200

const BLANK = /^[ \t]*(?:#.*)?$/
const DIRECTIVE = /^[ \t]*@(?:include|frequency|default|denylist)\b/
const RULE =
  /^[ \t]*(?:\{[^{}]{0,2000}\}|[a-zA-Z_]\w*(?:\[[^\]]{0,200}\])?)[ \t]*:[ \t]*(?:1\b|\{|arg[0-9]|return\b|allow\b|kill|trap\b|trace\b|log\b|user-notify\b)/

/** The remark at the head of what `writeMinijail` writes: for the C compiler a policy without a rule has nothing else. */
const HEADER = /^# A policy for (?:compile_seccomp_policy\.py of minijail|minijail0 -S)\.$/

/**
 * Whether `text` looks like a policy of minijail: the first line that says something is a directive such as `@include`, or
 * a rule such as `read: 1`. Cheap.
 */
export function isMinijail(text: string): boolean {
  expectText(text, 'text')
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/, MOST_LINES)
  for (const line of lines) {
    if (BLANK.test(line)) continue
    return DIRECTIVE.test(line) || RULE.test(line)
  }
  return HEADER.test(lines[0]!) // a split has a line
}
