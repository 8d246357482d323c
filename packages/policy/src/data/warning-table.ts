import { SEVERITIES } from './warning.ts'
import type { Severity, WarningName } from './warning.ts'

/** What a warning means. */
export interface WarningFacts {
  readonly name: WarningName
  readonly severity: Severity
  /** The fact, in one sentence. */
  readonly means: string
  /** What to do about it, in one sentence. */
  readonly remedy: string
}

/** The texts of a warning. */
type Texts = readonly [means: string, remedy: string]

const TEXTS: Readonly<Record<WarningName, Texts>> = {
  'abi-open': [
    'Calls of another ABI of the same machine run, whatever the rules for the ABIs of the policy refuse.',
    'Name the ABI in the policy, or let badArch refuse its calls.',
  ],
  'absent-argument': [
    'A condition tests a register that holds no argument of the call, and that a program sets as it likes.',
    'Test an argument of the call, by its name.',
  ],
  'absent-name': [
    'A rule names only calls that no ABI of the target has.',
    'Check the ABIs of the target, or restrict the rule to its ABIs by on([…]).',
  ],
  'always-true': [
    'Every value of the argument on this ABI meets the comparison, so it tests nothing.',
    'Leave the comparison out, or correct its value.',
  ],
  'cannot-live': [
    'Calls are refused without which programs cannot end, or cannot return from a signal handler.',
    'Allow exit_group, exit, rt_sigreturn and restart_syscall, and execve where a launcher attaches the filter.',
  ],
  'cannot-start': [
    'A unit is loaded and not started: libseccomp, or systemd itself, refuses its list of calls.',
    'Correct the line that the warning names.',
  ],
  'capped-number': [
    'The kernel returns a smaller errno than the profile says.',
    'Write the errno that programs should get, 4095 at most.',
  ],
  'constant-of-another-abi': [
    'A number has the value of one constant on this ABI and of another constant on another ABI of the target.',
    'Write the constant by its name; it then has the value of each ABI.',
  ],
  'dead-rule': [
    'A rule decides no call: another rule decides first, or its requirements contradict each other.',
    'Remove the rule, or correct the rule that decides first.',
  ],
  'dropped-word': [
    'A unit has a word that systemd cannot read and leaves out.',
    'Correct the word, or remove it.',
  ],
  'empty-policy': ['No rule applies to the target.', 'Check the ABIs and the capabilities of the target.'],
  'flags-compared': [
    'A rule refuses one value of a flags argument, or allows all values but one, and a call with one more flag runs.',
    'Refuse the flags: hasAny() or hasAll() of the argument by name, or a comparison under a mask.',
  ],
  'ignored-key': [
    'A key has no effect, here and in the program that reads the file, such as runc or systemd.',
    'Correct the spelling of the key, or remove it.',
  ],
  'lost-condition': [
    'A key that looks like a condition of a rule is ignored, so the rule holds for more calls than it says.',
    'Correct the key, or remove the rule; --strict makes this an error.',
  ],
  'lost-refusal': [
    'A refusal of a call is lost, and the call may run: another rule takes precedence, or systemd leaves the word out.',
    'Narrow the rule that lets the call run, or refuse the rest with restrict(); correct the word.',
  ],
  'misplaced-key': [
    'A key that filters calls stands in a section where systemd does not read it, so its refusals are lost.',
    'Move the line to the section of the programs that the unit starts; --strict makes this an error.',
  ],
  'misspelt-key': [
    'A key is ignored, and its value is lost: it differs from a key of the notation by case or one letter, or has the same beginning.',
    'Correct the spelling; --strict makes this an error.',
  ],
  'multiplexer-gap': [
    'A program can make a refused call through socketcall or ipc, which may run.',
    'Refuse the multiplexer, or compile with multiplexers: runc.',
  ],
  'multiplexer-refused': [
    'An allowed call is refused where a program makes it through socketcall or ipc.',
    'Allow the multiplexer too, or compile with multiplexers: runc.',
  ],
  'never-true': [
    'No value meets the condition, or the comparison, on this ABI.',
    'Correct the value, or remove the rule.',
  ],
  'notify-gap': [
    'A listener decides calls that runc does not leave to a listener.',
    'Do not use the profile with runc, or let these calls run.',
  ],
  'pointer-compared': [
    'The argument is an address, and its value says nothing about the memory there.',
    'Test another argument; of an address, only a comparison with 0 says something.',
  ],
  'repeated-argument': [
    'One rule of the profile tests an argument twice, so each test counts as a rule of its own.',
    'Write one rule for each test, or one test.',
  ],
  'two-dialects': [
    'The two compilers that take the notation read a line, or a rule, in different ways.',
    'Name the dialect: FILE#c or FILE#python, or FILE#seccompiler or FILE#firecracker.',
  ],
  'unfiltered-program': [
    'A unit starts a program with "+" in front of it, to which systemd attaches no filter.',
    'Leave the "+" out, or start the program by a unit of its own.',
  ],
  'unknown-name': [
    'No ABI has a call of this name, so the rule does not hold for it.',
    'Correct the spelling; --strict makes this an error.',
  ],
  'unsafe-shape': [
    'Rules of a profile have a form that libseccomp may compile to another meaning than the written one.',
    'Write rules of one comparison each, or by == and masks alone, as "convert --to oci" does.',
  ],
  'variant-gap': [
    'A rule names one of several calls that do the same, and programs can use, or need, another one.',
    "Name all of them; in TypeScript, variants('…') has them.",
  ],
  'wide-constant': [
    'A constant does not fit the arguments of an ABI, which have 32 bits.',
    'Restrict the rule to other ABIs by on([…]), or write a smaller constant.',
  ],
  'width-gap': [
    'A condition tests bits of an argument that the kernel ignores, and a call that sets them is not refused.',
    'Write the condition by the name of the argument, or compile with widths: kernel.',
  ],
  'x32-open': [
    'Calls of x32, which an x86_64 kernel may offer, run whatever the rules for x86_64 refuse.',
    'Name x32 in the policy, or let badArch refuse its calls.',
  ],
}

/** Every warning, in the order of the names. */
export const WARNINGS: readonly WarningFacts[] = Object.freeze(
  (Object.keys(TEXTS) as WarningName[]).map((name) => {
    const [means, remedy] = TEXTS[name]
    return Object.freeze({ name, severity: SEVERITIES[name], means, remedy })
  }),
)
