/* Recognises a policy of minijail, for a command that gets a file. */

import { expectText } from '@seccompile/shape'

/** The most lines that are checked. */
const MOST_LINES = 200

const BLANK = /^[ \t]*(?:#.*)?$/
const DIRECTIVE = /^[ \t]*@(?:include|frequency|default|denylist)\b/
const RULE =
  /^[ \t]*(?:\{[^{}]{0,2000}\}|[a-zA-Z_]\w*(?:\[[^\]]{0,200}\])?)[ \t]*:[ \t]*(?:1\b|\{|arg[0-9]|return\b|allow\b|kill|trap\b|trace\b|log\b|user-notify\b)/

/** The first line of a text by `writeMinijail`. For the C compiler, a policy without rules has no other line. */
const HEADER = /^# A policy for (?:compile_seccomp_policy\.py of minijail|minijail0 -S)\.$/

/**
 * Whether `text` looks like a policy of minijail: its first line of content is a directive such as `@include`, or a
 * rule such as `read: 1`. The check is cheap.
 */
export function isMinijail(text: string): boolean {
  expectText(text, 'text')
  const lines = text.slice(0, 65_536).split(/\r\n|\n|\r/, MOST_LINES)
  for (const line of lines) {
    if (BLANK.test(line)) continue
    return DIRECTIVE.test(line) || RULE.test(line)
  }
  return HEADER.test(lines[0]!) // a split has at least one line
}
