/* Makes four calls of x86 by int 0x80, from a program of x86_64. Their addresses are below 4 GiB. */
#include <stdint.h>
#include <sys/mman.h>

int main(void)
{
	long result;
	uint32_t *low = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

	low[0] = 2;
	low[1] = 1;
	low[2] = 0;
	/* socketcall(SYS_SOCKET, low) */
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(102), "b"(1), "c"(low) : "memory");
	/* socket(AF_INET, SOCK_STREAM, 0) */
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(359), "b"(2), "c"(1), "d"(0) : "memory");
	/* pread64(0, low, 1, 5) */
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(180), "b"(0), "c"(low), "d"(1), "S"(5), "D"(0) : "memory");
	/* _llseek(0, 0, 1, low, SEEK_CUR) */
	__asm__ volatile("int $0x80" : "=a"(result) : "a"(140), "b"(0), "c"(0), "d"(1), "S"(low), "D"(1) : "memory");
	return 0;
}
