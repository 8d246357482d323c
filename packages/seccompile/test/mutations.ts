/**
 * Faults that the tests of this package must catch. Tests that start the built command do not see a fault, so each of these is in a
 * module that a test loads from its source.
 */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'has the status of bad input for a computed no',
    file: 'src/io/exit-code.ts',
    find: 'no: 1,',
    replace: 'no: 2,',
  },
  {
    name: 'takes a limit of the machine for bad input',
    file: 'src/main.ts',
    find: 'return isInputError(error) ? EXIT.badInput : EXIT.failure',
    replace: 'return EXIT.badInput',
  },
  {
    name: 'tells a command that is not there from no other fault',
    file: 'src/main.ts',
    find: "if (code === 'E_NO_COMMAND') return RUN_EXIT.notFound\n",
    replace: '',
  },
  {
    name: 'ends record with a status that its command could have',
    file: 'src/run/interface.ts',
    find: " || command === 'record'",
    replace: '',
  },
  {
    name: 'sends signals to the id of a command that has ended',
    file: 'src/run/signals.ts',
    find: '      hasEnded = true\n',
    replace: '',
  },
  {
    name: 'loses the status of the command',
    file: 'src/run/signals.ts',
    find: 'return status ?? 128 +',
    replace: 'return 0 && 128 +',
  },
  {
    name: 'replaces a symbolic link by a file',
    file: 'src/io/output.ts',
    find: 'path: realpathSync(path), kept',
    replace: 'path, kept',
  },
  {
    name: 'gives a file that is replaced the mode of a new one',
    file: 'src/io/output.ts',
    find: '  fchmodSync(fd, mode) //',
    replace: '  //',
  },
  {
    name: 'leaves its own file beside one that cannot be written',
    file: 'src/io/output.ts',
    find: '    } catch (error) {\n      remove()\n',
    replace: '    } catch (error) {\n',
  },
  {
    name: 'lets the output replace a file that the input includes',
    file: 'src/write/output-file.ts',
    find: 'return [...files, ...files.flatMap(partsOf)]',
    replace: 'return files',
  },
  {
    name: 'lets the output replace the file of one of several filters',
    file: 'src/write/output-file.ts',
    find: "input.replace(/#[^#]*$/, ''), ",
    replace: '',
  },
  {
    name: 'writes binary to a terminal',
    file: 'src/write/output-file.ts',
    find: "io.outIsTerminal && name === 'raw'",
    replace: "io.outIsTerminal && name === 'hex'",
  },
  {
    name: 'puts JSON and the filter on one stream',
    file: 'src/write/output-file.ts',
    find: 'if (json) throw',
    replace: 'if (json && io.outIsTerminal) throw',
  },
  {
    name: 'does not search the parts of a part',
    file: 'src/io/parts.ts',
    find: 'for (const file of seen)\n    for (const name of',
    replace: 'for (const file of [first])\n    for (const name of',
  },
  {
    name: 'reads standard input for two filters',
    file: 'src/io/input.ts',
    find: "file === '-').length > 1)",
    replace: "file === '-').length > 2)",
  },
  {
    name: 'takes a file with a comma in its name for two',
    file: 'src/io/input.ts',
    find: 'argument.startsWith(PRESET) || existsSync(argument) ?',
    replace: 'argument.startsWith(PRESET) ?',
  },
  {
    name: 'cuts a character at the end of a piece',
    file: 'src/io/input.ts',
    find: 'const whole = wholeCharacters(chunk.subarray(0, end))',
    replace: 'const whole = end',
  },
  {
    name: 'refuses the pipe of a shell',
    file: 'src/io/open-input.ts',
    find: ' || (stats.isFIFO() && isDescriptor(path))',
    replace: '',
  },
  {
    name: 'ends well where the recording could not be written',
    file: 'src/write/after-command.ts',
    find: '    throw error\n  }\n}',
    replace: '  }\n}',
  },
  {
    name: 'prints an answer beside the file for it',
    file: 'src/write/answer.ts',
    find: 'io.out(`${printableLine(file)}: ${about}\\n`)',
    replace: 'io.out(text)',
  },
  {
    name: 'says a warning twice',
    file: 'src/show/say.ts',
    find: '!said.has(message) && said.add(message).has(message)',
    replace: 'said.add(message).has(message)',
  },
  {
    name: 'says notes of questions alone',
    file: 'src/show/say.ts',
    find: 'if (isNote) sayNote(io, message)',
    replace: 'if (isNote && !makes) sayNote(io, message)',
  },
  {
    name: 'keeps the last of repeated options',
    file: 'src/syntax/commander.ts',
    find: '[...before, value]',
    replace: '[value]',
  },
  {
    name: 'allows options that exclude each other',
    file: 'src/options/objective.ts',
    find: "(objective === 'uniform' || objective === 'attach'))",
    replace: "objective === 'uniform')",
  },
  {
    name: 'counts no number from the base of its ABI',
    file: 'src/options/within.ts',
    find: 'nr < abi.base ? abi.base + nr : nr',
    replace: 'nr',
  },
  {
    name: 'takes an errno for the same number on two ABIs',
    file: 'src/options/verdict.ts',
    find: '![undefined, number].includes(errnoOn(name, token))',
    replace: 'errnoOn(name, token) === undefined && number < 0',
  },
  {
    name: 'has the status of all changes where one direction is asked for',
    file: 'src/commands/diff.ts',
    find: "status: isEmpty(report) ? 'yes' : 'no'",
    replace: "status: isEmpty(whole) ? 'yes' : 'no'",
  },
  {
    name: 'ends a try with the status of the command where a call would be refused',
    file: 'src/commands/try.ts',
    find: 'return end.isRefused ? WOULD_REFUSE : endStatus(end.report)',
    replace: 'return endStatus(end.report)',
  },
  {
    name: 'says of a program that the kernel would refuse that it is accepted',
    file: 'src/commands/verify.ts',
    find: "status: accepted ? 'yes' : 'no'",
    replace: "status: accepted || !lowered ? 'yes' : 'no'",
  },
]
