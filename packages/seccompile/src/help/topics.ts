/*
 * The pages of the help about options that several commands have. The help of a command has one line for each page, so that its
 * own options are seen at a glance. Manual pages and completion have every option.
 */
import { Help } from 'commander'
import type { Command as Commander } from 'commander'
import { wrappedText } from '@seccompile/text-layout'
import type { Command } from '../syntax/command.ts'
import type { NamedCommand } from '../syntax/table.ts'
import { optionTerm } from '../syntax/commander.ts'
import { flagOf } from '../syntax/option.ts'
import type { Topic } from '../syntax/option.ts'

/** The options of a page, and what they are for. */
interface TopicFacts {
  readonly options: string
  readonly about: string
}

/** The pages, in the order of the help. */
export const TOPICS: Readonly<Record<Topic, TopicFacts>> = {
  targets: {
    options: 'target options',
    about:
      'what a policy is compiled for; where an option is left out, the policy says it, or the default holds',
  },
  objectives: {
    options: 'search options',
    about: 'what the search for a filter minimises, and how long it looks',
  },
  'own-passes': {
    options: 'pass options',
    about: 'which passes run, and what each of them does, for authors of passes',
  },
}

/** The names of the pages. */
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[] // `TOPICS` is a literal, so it has no other keys

/** The page called `word`; `undefined` where there is none. */
export function topicOf(word: string): Topic | undefined {
  return TOPIC_NAMES.find((topic) => topic === word)
}

/** Columns of the help. */
const COLUMNS = 80

/** `  target options: --abi, --caps, …; see "seccompile help targets"`, with as many options as the line has room for. */
function topicLine(topic: Topic, flags: readonly string[]): string {
  const end = `; see "seccompile help ${topic}"`
  const lineOf = (shown: number): string =>
    `  ${TOPICS[topic].options}: ${[...flags.slice(0, shown), ...(shown < flags.length ? ['…'] : [])].join(', ')}${end}`
  let shown = flags.length
  while (shown > 1 && lineOf(shown).length > COLUMNS) shown -= 1
  return lineOf(shown)
}

/** The lines of the help of a command for its `options` that have a page of their own; empty where it has none. */
export function topicsText(options: Command['options']): string {
  const lines = TOPIC_NAMES.flatMap((topic) => {
    const own = Object.entries(options).filter(([, option]) => option.topic === topic)
    const flags = own.map(([key, { isNegated }]) => flagOf(key, isNegated))
    return flags.length === 0 ? [] : [`${topicLine(topic, flags)}\n`]
  })
  return lines.length === 0 ? '' : `\nMore options:\n${lines.join('')}`
}

/** The page `topic`: its options, and those of `commands` that have them. */
export function topicPage(topic: Topic, commands: readonly NamedCommand[]): string {
  const having = commands.filter(({ options }) => Object.values(options).some((each) => each.topic === topic))
  const options = having.flatMap((command) =>
    Object.entries(command.options).filter(([, each]) => each.topic === topic),
  )
  const texts = new Map(options.map(([key, option]) => [optionTerm(key, option), option.about]))
  const width = Math.max(...[...texts.keys()].map(({ length }) => length)) + 4
  const rows = [...texts].map(([term, about]) =>
    wrappedText(`  ${term}`.padEnd(width), about, ' '.repeat(width), COLUMNS),
  )
  const { options: what, about } = TOPICS[topic]
  const names = having.map(({ name }) => name).join(', ')
  return `${wrappedText('', `The ${what}: ${about}.`, '', COLUMNS)}\n\n${rows.join('\n')}\n\n${wrappedText('', `Commands that have them: ${names}.`, '', COLUMNS)}\n`
}

/** A printer of the help of a command that leaves out its `options` on other pages. An unknown option is still compared with them. */
export function briefHelp(options: Command['options']): (command: Commander, help: Help) => string {
  const elsewhere = Object.entries(options).filter(([, { topic }]) => topic !== undefined)
  const flags = new Set(elsewhere.map(([key, { isNegated }]) => flagOf(key, isNegated)))
  return (command, help) => {
    const brief: Help = Object.assign(Object.create(help) as Help, {
      visibleOptions: (of: Commander) => help.visibleOptions(of).filter(({ long }) => !flags.has(long ?? '')),
    })
    return Help.prototype.formatHelp.call(brief, command, brief)
  }
}
