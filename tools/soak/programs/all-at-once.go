// Goroutines that compute, a request over HTTP to itself, and a child.
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"sync"
	"time"
)

func main() {
	var group sync.WaitGroup
	sums := make([]int, 8)
	begun := time.Now()
	for number := range sums {
		group.Add(1)
		go func() {
			defer group.Done()
			// Longer than 10 ms: the runtime then interrupts the goroutine by a signal, again and again.
			for time.Since(begun) < 300*time.Millisecond {
				for i := 0; i < 1_000_000; i++ {
					sums[number] ^= i
				}
			}
			sums[number] = number * number
		}()
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello %s", r.URL.Path)
	}))
	defer server.Close()
	answer, err := http.Get(server.URL + "/there")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	body, _ := io.ReadAll(answer.Body)
	child, err := exec.Command("sh", "-c", "echo from a child; exit 4").Output()
	group.Wait()
	fmt.Println(sums, string(body), string(child), err)
	os.Exit(6)
}
