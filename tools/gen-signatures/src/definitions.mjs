/**
 * Reads the parameters of the kernel's entry points out of C.
 *
 * An entry point is defined by a macro, `SYSCALL_DEFINE3(read, unsigned int, fd, …)`, or by a plain function of an
 * architecture, and it is declared in include/linux/syscalls.h. A macro is the best source: it is what the compiler
 * sees, and it names every parameter. A plain function with a body comes next, a declaration last.
 *
 * This is no C compiler. It strips comments, keeps the conditions of `#if` beside each definition, and finds balanced
 * parentheses. That is enough because the kernel writes these macros in one form. Where two definitions of one entry
 * point differ, the conditions decide, and a condition that `holds` cannot decide is an error of the caller.
 */

/** One parameter: the C type without unimportant qualifiers, and its name, which a declaration may lack. */
const parameter = (type, name) => ({ type: tidyType(type), name })

/** The text without comments and with continued lines joined; positions change. */
function stripComments(text) {
  return text
    .replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/g, (match) =>
      match.startsWith('"') ? '""' : ' ',
    )
    .replaceAll(/\\\n/g, ' ')
}

/** A C type in one spelling: single blanks, the star after one blank, no `const` before a name that is no pointer. */
export function tidyType(type) {
  const spaced = type
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\* ?/g, '*')
    .replace(/\*+(?:const|__user|__restrict)?\s*$/, (stars) => stars.replaceAll(/[^*]/g, ''))
    .trim()
  const plain = spaced.includes('*') ? spaced : spaced.replace(/^const /, '')
  return plain
    .replace(/(\*+)$/, ' $1')
    .replaceAll(/(\w)\*(?=\w)/g, '$1 *')
    .replace(/^unsigned$/, 'unsigned int')
}

/** The end of the parenthesis that opens at `open`, or -1. */
function closing(text, open) {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at
  }
  return -1
}

/** The parts between commas outside inner parentheses. */
function commaParts(text) {
  const parts = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const char = text[at]
    if (char === '(') depth++
    else if (char === ')') depth--
    else if ((char === ',' && depth === 0) || at === text.length) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return parts.filter((part) => part !== '')
}

/**
 * Macros that stand for the two halves of a 64-bit value in a list of parameters.
 * @see include/linux/syscalls.h (SC_ARG64), include/asm-generic/compat.h (compat_arg_u64, compat_arg_u64_dual),
 *   arch/arm64/kernel/sys32.c (arg_u32p)
 */
const PAIR = /^(?:SC_ARG64|compat_arg_u64|compat_arg_u64_dual|arg_u32p)\((\w+)\)$/

/** The parameters of `SYSCALL_DEFINEn`: type and name by turns, or a macro for a pair. */
function macroParameters(parts) {
  const found = []
  for (let at = 0; at < parts.length; at++) {
    const pair = PAIR.exec(parts[at])
    if (pair !== null) found.push({ ...parameter('u32', pair[1]), pair: true })
    else found.push(parameter(parts[at], parts[++at]))
  }
  return found
}

/** The parameters of a C function. */
function functionParameters(text) {
  const parts = commaParts(text)
  if (parts.length === 1 && parts[0] === 'void') return []
  return parts.map((part) => {
    const pair = PAIR.exec(part)
    if (pair !== null) return { ...parameter('u32', pair[1]), pair: true }
    const named = /^(.*?[\s*])(\w+)$/s.exec(part)
    if (
      named === null ||
      /^(?:int|long|unsigned|char|t)$|_t$/.test(named[2]) ||
      /(?:struct|union|enum)\s*$/.test(named[1])
    )
      return parameter(part, undefined)
    return parameter(named[1], named[2])
  })
}

const MACRO = /\b(COMPAT_|PPC32_)?SYSCALL(32)?_DEFINE[0-6]\s*\(/g
const FUNCTION = /\b((?:compat_)?sys_\w+|sys32_\w+|sysn32_\w+|sysm_\w+|parisc_\w+|old_mmap|__sys_\w+)\s*\(/g

/**
 * Every definition and declaration in one file, in order: `{ entry, args, kind, file, line, conditions }`, where `kind` is
 * `macro`, `function` or `declaration`.
 */
export function readDefinitions(source, file) {
  if (!/SYSCALL|asmlinkage|sys_|parisc_/.test(source)) return []
  const text = stripComments(source)
  const conditionsAt = conditionFinder(text)
  const found = []
  const push = (entry, args, kind, at) =>
    found.push({ entry, args, kind, file, conditions: conditionsAt(at) })

  for (const match of text.matchAll(MACRO)) {
    if (isDirective(text, match.index)) continue
    const open = match.index + match[0].length - 1
    const [name, ...parts] = commaParts(text.slice(open + 1, closing(text, open)))
    const args = macroParameters(parts)
    // PPC32_ and SYSCALL32_ define the native entry of a 32-bit kernel and the compat entry of a 64-bit one.
    const both = match[1] === 'PPC32_' || match[2] === '32'
    if (match[1] !== 'COMPAT_') push(`sys_${name}`, args, 'macro', match.index)
    if (both || match[1] === 'COMPAT_') push(`compat_sys_${name}`, args, 'macro', match.index)
  }
  for (const match of text.matchAll(FUNCTION)) {
    if (isDirective(text, match.index)) continue
    const before = text.slice(Math.max(0, match.index - 80), match.index)
    if (
      !/(?:^|[;}\s])(?:asmlinkage\s+)?(?:unsigned\s+)?(?:long|int|ssize_t|void)\s+(?:asmlinkage\s+)?(?:notrace\s+)?$/.test(
        before,
      )
    )
      continue
    const open = match.index + match[0].length - 1
    const close = closing(text, open)
    const after = /^\s*(?:__\w+(?:\(\w*\))?\s*)*([{;])/.exec(text.slice(close + 1, close + 80))
    if (after === null) continue
    push(
      match[1],
      functionParameters(text.slice(open + 1, close)),
      after[1] === '{' ? 'function' : 'declaration',
      match.index,
    )
  }
  return found
}

/** Whether the position is in a preprocessor line. */
function isDirective(text, at) {
  return /^\s*#/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))
}

/** Yields a function from a position in the text to the conditions of the `#if`s around it, outermost first. */
function conditionFinder(text) {
  const marks = []
  const stack = []
  for (const match of text.matchAll(/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else|endif)\b[ \t]*(.*)$/gm)) {
    const [, word, rest] = match
    const condition = rest.trim()
    if (word === 'if') stack.push([condition])
    else if (word === 'ifdef') stack.push([`defined(${condition})`])
    else if (word === 'ifndef') stack.push([`!defined(${condition})`])
    else if (word === 'endif') stack.pop()
    else {
      const branches = stack.at(-1) ?? []
      const negated = branches.slice(0, -1)
      const last = branches.at(-1)
      stack[stack.length - 1] = [...negated, `!(${last})`, word === 'elif' ? condition : '1']
    }
    marks.push({ at: match.index, conditions: stack.flat() })
  }
  return (at) => {
    let low = 0
    let high = marks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (marks[middle].at <= at) low = middle + 1
      else high = middle
    }
    return low === 0 ? [] : marks[low - 1].conditions.filter((condition) => condition !== '1')
  }
}

/** Whether a condition of the preprocessor holds where exactly the names in `defined`, a Map to numbers, are defined. */
export function holds(condition, defined) {
  const expression = condition
    .replaceAll(
      /\bIS_ENABLED\s*\(\s*(\w+)\s*\)|\bdefined\s*\(\s*(\w+)\s*\)|\bdefined\s+(\w+)/g,
      (_, a, b, c) => (defined.has(a ?? b ?? c) ? '1' : '0'),
    )
    .replaceAll(/\b[A-Za-z_]\w*\b/g, (name) => `${defined.get(name) ?? 0}`)
  if (!/^[01\s!&|()=<>\d]*$/.test(expression)) throw new Error(`cannot decide "${condition}"`)
  return evaluate(expression)
}

/** The value of an expression of 0, 1, `!`, `&&`, `||`, comparisons and parentheses. */
function evaluate(text) {
  const tokens = text.match(/&&|\|\||[=!<>]=|[!()<>]|\d+/g) ?? []
  let at = 0
  const primary = () => {
    const token = tokens[at++]
    if (token === '!') return primary() ? 0 : 1
    if (token !== '(') return Number(token)
    const value = or()
    at++
    return value
  }
  const compare = () => {
    let value = primary()
    while (/^(?:[=!<>]=|[<>])$/.test(tokens[at] ?? '')) {
      const operator = tokens[at++]
      const other = primary()
      value = Number({ '==': value === other, '!=': value !== other, '<': value < other, '>': value > other, '<=': value <= other, '>=': value >= other }[operator]) // prettier-ignore
    }
    return value
  }
  const and = () => {
    let value = compare()
    while (tokens[at] === '&&') {
      at++
      const other = compare()
      value = value && other
    }
    return value
  }
  const or = () => {
    let value = and()
    while (tokens[at] === '||') {
      at++
      const other = and()
      value = value || other
    }
    return value
  }
  return Boolean(or())
}
