/*
 * The names that an array may have in each language.
 *
 * A name consists of ASCII letters, digits and underscores, which all of the languages accept. Reserved words are
 * refused. So are names to which a compiler gives another meaning: gcc defines `unix` and `linux` as 1, and `init` is
 * special in Go.
 */

import { expectText, oneOf, quote, read } from '@seccompile/shape'

/** A language in which arrays have names. */
export type Language = 'c' | 'rust' | 'go' | 'typescript'

const TITLES: Readonly<Record<Language, string>> = {
  c: 'C',
  rust: 'Rust',
  go: 'Go',
  typescript: 'TypeScript',
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const RESERVED: Readonly<Record<Language, ReadonlySet<string>>> = {
  // C23, C++20 (a header is for both), and macros of gcc on Linux.
  c: words(`
    alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class co_await
    co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default delete do
    double dynamic_cast else enum explicit export extern false float for friend goto i386 if inline int linux long main
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires restrict return short signed sizeof static static_assert static_cast struct switch template
    this thread_local throw true try typedef typeid typename typeof typeof_unqual union unix unsigned using virtual void
    volatile wchar_t while xor xor_eq`),
  // Reserved in any edition, including words kept for later.
  rust: words(`
    Self _ abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if
    impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true try type
    typeof unsafe unsized use virtual where while yield`),
  // With the name of the import, and names that are special in Go.
  go: words(`
    _ break case chan const continue default defer else fallthrough for func go goto if import init interface main map
    package range return select struct switch type unix var`),
  // Reserved in the strict mode of modules, and globals that cannot be declared again.
  typescript: words(`
    arguments await break case catch class const continue debugger default delete do else enum eval export extends false
    finally for function if implements import in instanceof interface let new null package private protected public return
    static super switch this throw true try typeof undefined var void while with yield`),
}

const MAX_NAME = 200

/** The reason why `name` cannot name an array in a text in `language`; `undefined` where it can. */
export function identifierProblem(language: Language, name: string): string | undefined {
  read(oneOf(Object.keys(TITLES) as Language[]), language, 'language')
  expectText(name, 'name')
  const title = TITLES[language]
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return `${quote(name)} is no name in ${title}; write letters, digits and _, and no digit first`
  if (name.length > MAX_NAME) return `a name has at most ${MAX_NAME} letters; got ${name.length}`
  if (RESERVED[language].has(name)) return `${quote(name)} is a word of ${title}; choose another name`
  if (language === 'c' && /^(?:_[A-Z_]|BPF_|SKF_)/.test(name))
    return `${quote(name)} may be a name of the compiler or of <linux/filter.h>; choose another name`
  return undefined
}
