/*
 * The peer of `npm run bench bulk`: a plain interpreter of classic BPF, one switch over opcodes, as a C programmer writes
 * it. `interpreter PROGRAM WORDS SPANS SPAN_MS` decides every call of WORDS, 16 little-endian words a call, again and again.
 * It prints the sum of verdicts and executed instructions of one pass, modulo 2^64, and the calls a second of the best span,
 * in millions.
 *
 * The program is trusted: it has passed `verify` of @seccompile/cbpf. A shift by X takes the amount modulo 32, and a
 * division by an X of 0 ends the program with 0, as in the kernel.
 */
#define _POSIX_C_SOURCE 200809L
#include <linux/filter.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define WORDS_A_CALL 16
#define DATA_BYTES 64
#define MEMWORDS 16

struct result {
    uint32_t verdict;
    uint32_t steps;
};

static struct result run(const struct sock_filter *program, const uint32_t *words)
{
    const struct sock_filter *insn = program;
    uint32_t memory[MEMWORDS];
    uint32_t a = 0, x = 0, steps = 0;

    for (;; insn++) {
        const uint32_t k = insn->k;

        steps++;
        switch (insn->code) {
        case BPF_LD | BPF_W | BPF_ABS: a = words[k / 4]; break;
        case BPF_LD | BPF_W | BPF_LEN: a = DATA_BYTES; break;
        case BPF_LDX | BPF_W | BPF_LEN: x = DATA_BYTES; break;
        case BPF_LD | BPF_IMM: a = k; break;
        case BPF_LDX | BPF_IMM: x = k; break;
        case BPF_LD | BPF_MEM: a = memory[k]; break;
        case BPF_LDX | BPF_MEM: x = memory[k]; break;
        case BPF_ST: memory[k] = a; break;
        case BPF_STX: memory[k] = x; break;
        case BPF_JMP | BPF_JA: insn += k; break;
        case BPF_JMP | BPF_JEQ | BPF_K: insn += a == k ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JEQ | BPF_X: insn += a == x ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JGE | BPF_K: insn += a >= k ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JGE | BPF_X: insn += a >= x ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JGT | BPF_K: insn += a > k ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JGT | BPF_X: insn += a > x ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JSET | BPF_K: insn += a & k ? insn->jt : insn->jf; break;
        case BPF_JMP | BPF_JSET | BPF_X: insn += a & x ? insn->jt : insn->jf; break;
        case BPF_ALU | BPF_ADD | BPF_K: a += k; break;
        case BPF_ALU | BPF_ADD | BPF_X: a += x; break;
        case BPF_ALU | BPF_SUB | BPF_K: a -= k; break;
        case BPF_ALU | BPF_SUB | BPF_X: a -= x; break;
        case BPF_ALU | BPF_MUL | BPF_K: a *= k; break;
        case BPF_ALU | BPF_MUL | BPF_X: a *= x; break;
        case BPF_ALU | BPF_DIV | BPF_K: a /= k; break;
        case BPF_ALU | BPF_DIV | BPF_X:
            if (x == 0) return (struct result){ 0, steps };
            a /= x;
            break;
        case BPF_ALU | BPF_OR | BPF_K: a |= k; break;
        case BPF_ALU | BPF_OR | BPF_X: a |= x; break;
        case BPF_ALU | BPF_AND | BPF_K: a &= k; break;
        case BPF_ALU | BPF_AND | BPF_X: a &= x; break;
        case BPF_ALU | BPF_XOR | BPF_K: a ^= k; break;
        case BPF_ALU | BPF_XOR | BPF_X: a ^= x; break;
        case BPF_ALU | BPF_LSH | BPF_K: a <<= k; break;
        case BPF_ALU | BPF_LSH | BPF_X: a <<= x & 31; break;
        case BPF_ALU | BPF_RSH | BPF_K: a >>= k; break;
        case BPF_ALU | BPF_RSH | BPF_X: a >>= x & 31; break;
        case BPF_ALU | BPF_NEG: a = -a; break;
        case BPF_MISC | BPF_TAX: x = a; break;
        case BPF_MISC | BPF_TXA: a = x; break;
        case BPF_RET | BPF_K: return (struct result){ k, steps };
        case BPF_RET | BPF_A: return (struct result){ a, steps };
        default: abort();
        }
    }
}

static uint64_t pass(const struct sock_filter *program, const uint32_t *words, size_t calls)
{
    uint64_t sum = 0;

    for (size_t at = 0; at < calls; at++) {
        const struct result result = run(program, words + at * WORDS_A_CALL);

        sum += (uint64_t)result.verdict + result.steps;
    }
    return sum;
}

static void *contents(const char *path, size_t *bytes)
{
    FILE *file = fopen(path, "rb");
    void *all;
    long size;

    if (!file || fseek(file, 0, SEEK_END) || (size = ftell(file)) <= 0 || fseek(file, 0, SEEK_SET) ||
        !(all = malloc((size_t)size)) || fread(all, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    *bytes = (size_t)size;
    return all;
}

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
    size_t bytes, calls;

    if (argc != 5) return 2;

    const struct sock_filter *program = contents(argv[1], &bytes);
    const uint32_t *words = contents(argv[2], &bytes);
    const int spans = atoi(argv[3]);
    const double span_ms = atof(argv[4]);
    double best = 0;
    uint64_t check;

    calls = bytes / (WORDS_A_CALL * sizeof *words);
    check = pass(program, words, calls);
    for (int span = 0; span < spans; span++) {
        const double began = now_ms();
        double took = 0, passes = 0;

        for (; took < span_ms; took = now_ms() - began, passes++)
            if (pass(program, words, calls) != check) return 3;
        if (passes * calls / took / 1e3 > best) best = passes * calls / took / 1e3;
    }
    printf("%llu %.3f\n", (unsigned long long)check, best);
    return 0;
}
