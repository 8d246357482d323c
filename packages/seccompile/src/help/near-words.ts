/*
 * The words that people type for a command of another name. Each names the command lines that do what is likely meant. None
 * runs: a word such as `check` has several meanings, and one of them may start a program.
 */

/** A command line, without the name of the program, and what it tells or does. */
export type MeantLine = readonly [line: string, does: string]

const EXPLAIN: MeantLine = ['explain FILE', 'what a filter does, by system call']
const LINT: MeantLine = ['lint FILE', 'what is dangerous or will break']
const REPORT: MeantLine = ['report FILE -o REPORT.html', 'what a reviewer needs to know']
const TRY: MeantLine = ['run POLICY --try -- COMMAND', 'which calls of a command would be refused']
const REFUSED: MeantLine = ['run POLICY --report -- COMMAND', 'which calls of a command were refused']
const EMULATE: MeantLine = ['emulate FILE CALL', 'the answer to one call']
const TRACE: MeantLine = ['emulate FILE CALL --trace', 'the instructions that lead to the answer to one call']
const DIFF: MeantLine = ['diff OLD NEW', 'the calls whose verdict changes']
const PROVE: MeantLine = ['prove A B', 'whether two filters mean the same']
const RECORD: MeantLine = ['record -o CALLS.ndjson -- COMMAND', 'count every call of a command']
const POLICY: MeantLine = ['policy CALLS.ndjson', 'a policy of recordings']
const COMPILE: MeantLine = ['compile POLICY -o FILTER.bpf', 'a raw filter of a policy']
const CONVERT: MeantLine = ['convert FILE --to NOTATION', 'the same filter in another notation']
const DISASM: MeantLine = ['disasm FILE', 'a filter as a listing']
const RUN: MeantLine = ['run POLICY -- COMMAND', 'a command under a filter']
const HEAL: MeantLine = ['heal POLICY --from CALLS.ndjson', 'the smallest edit that lets seen calls run']
const DRAW: MeantLine = ['draw tree FILE -o PICTURE.svg', 'a filter as a picture']
const VERIFY: MeantLine = ['verify FILE', 'whether the kernel would accept a filter']
const LISTS: MeantLine = ['lookup groups', 'the groups of calls; also: lookup presets, lookup passes']

/** The command lines that each word may mean, the likeliest first. */
export const NEAR_WORDS: ReadonlyMap<string, readonly MeantLine[]> = new Map(
  (
    [
      ['check validate', [LINT, VERIFY, ['check-manifest FILE.json', 'whether a filter still means what its policy means']]],
      ['why blame debug', [REFUSED, TRACE, ['blocks FILE', 'which attacks a filter stops, and by what']]],
      ['decompile disassemble dis objdump', [EXPLAIN, DISASM, ['convert FILE -o POLICY.json', 'a profile that means the same']]],
      ['assemble as', [['convert FILE.asm -o FILTER.bpf', 'a raw filter of a text in assembly']]],
      ['show describe info print cat view dump-policy', [EXPLAIN, DISASM, REPORT]],
      ['test dry-run simulate preview', [TRY, EMULATE]],
      ['strace watch profile learn monitor', [RECORD, POLICY]],
      ['generate init new create', [RECORD, POLICY, ['lookup presets', 'the policies that come with seccompile']]],
      ['audit scan review analyze analyse', [LINT, ['blocks FILE', 'which attacks a filter stops'], REPORT]],
      ['trace step', [TRACE]],
      ['compare changes', [DIFF, PROVE]],
      ['equal equivalent same', [PROVE, DIFF]],
      ['stricter weaker', [['prove A B --subset', 'whether A is at least as strict as B'], ['diff OLD NEW --only weaker', 'all calls that got weaker']]],
      ['build make', [COMPILE]],
      ['translate import export transform format to', [CONVERT]],
      ['combine join and', [['intersect A B', 'a filter that is as strict as all of them']]],
      ['exec start sandbox apply attach load install', [RUN, ['launch bwrap POLICY -o FILTER.bpf -- COMMAND', 'the same, by another launcher']]],
      ['fix repair allow update', [HEAL]],
      ['minify minimize minimise shrink', [['optimize FILTER.bpf -o SMALLER.bpf', 'the same filter, smaller and faster']]],
      ['plot graph visualize visualise picture', [DRAW]],
      ['size count', [['cost FILE', 'what a filter costs, in instructions']]],
      ['list ls', [LISTS]],
      ['syscall syscalls errno', [['lookup NAME', 'what a system call is, by name or number']]],
      ['pipelines pass', [['lookup passes', 'the passes and the named pipelines']]],
      ['version', [['--version', 'the version']]],
      ['attacks cve', [['blocks FILE', 'which published attacks a filter stops']]],
      ['kernel upgrade', [['new-calls OLD..NEW POLICY', 'what a policy does with the calls of a new kernel']]],
    ] satisfies readonly (readonly [words: string, lines: readonly MeantLine[]])[]
  ).flatMap(([words, lines]) => words.split(' ').map((word) => [word, lines] as const)),
) // prettier-ignore
