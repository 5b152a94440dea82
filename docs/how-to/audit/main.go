// Audit a published log with golang.org/x/mod/sumdb, which the log's keeper did not write.
//
// Usage: audit ADDRESS-OR-FOLDER VKEY [SAVED-CHECKPOINT]
//
// It checks the signature of the checkpoint, that the log contains the checkpoint that
// was saved at the last visit, and that the entries have the signed root. The present
// checkpoint is printed: save it for the next visit. Exit codes: 0 sound, 1 not.
package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := audit(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "NOT SOUND:", err)
		os.Exit(1)
	}
}

func audit(args []string) error {
	if len(args) < 2 || len(args) > 3 {
		return errors.New("usage: audit ADDRESS-OR-FOLDER VKEY [SAVED-CHECKPOINT]")
	}
	verifier, err := note.NewVerifier(args[1])
	if err != nil {
		return err
	}
	log := place(args[0])
	text, err := log.read("checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(text, verifier)
	if err != nil {
		return err
	}
	if len(args) == 3 {
		if err := checkGrowth(log, tree, args[2], verifier); err != nil {
			return err
		}
	}
	root, err := computeRoot(log, tree.N)
	if err != nil {
		return err
	}
	if root != tree.Hash {
		return errors.New("the entries do not have the signed root")
	}
	fmt.Fprintf(os.Stderr, "sound: %d entries\n", tree.N)
	_, err = os.Stdout.Write(text)
	return err
}

// open verifies a checkpoint: three lines, origin, size and root, signed by the log.
// Lines of witnesses are signatures by keys it was not told of, and are passed over.
func open(text []byte, verifier note.Verifier) (tree tlog.Tree, err error) {
	signed, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, errors.New("this is not a checkpoint of the log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// checkGrowth proves from the tiles that the log contains what was seen before.
func checkGrowth(log place, now tlog.Tree, saved string, verifier note.Verifier) error {
	text, err := os.ReadFile(saved)
	if err != nil {
		return err
	}
	seen, err := open(text, verifier)
	if err != nil {
		return err
	}
	if seen.N > now.N {
		return fmt.Errorf("the log had %d entries and has %d: rolled back", seen.N, now.N)
	}
	if seen.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(now.N, seen.N, tlog.TileHashReader(now, log))
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, now.N, now.Hash, seen.N, seen.Hash); err != nil {
		return fmt.Errorf("the log is not the one seen before: %v", err)
	}
	fmt.Fprintf(os.Stderr, "contains the %d entries seen before\n", seen.N)
	return nil
}

// computeRoot hashes all entries. It keeps the roots of perfect subtrees, largest first,
// and merges them as one adds one to a binary number.
func computeRoot(log place, size int64) (root tlog.Hash, err error) {
	var roots []tlog.Hash
	for first := int64(0); first < size; first += 256 {
		width := size - first
		if width > 256 {
			width = 256
		}
		path := tlog.Tile{H: 8, L: 0, N: first / 256, W: int(width)}.Path()
		bundle, err := log.read(strings.Replace(path, "tile/8/0/", "tile/entries/", 1))
		if err != nil {
			return root, err
		}
		for at := first; at < first+width; at++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return root, errors.New("a bundle is cut short")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			hash := tlog.RecordHash(bundle[2:end])
			bundle = bundle[end:]
			for bits := at; bits&1 == 1; bits >>= 1 {
				hash = tlog.NodeHash(roots[len(roots)-1], hash)
				roots = roots[:len(roots)-1]
			}
			roots = append(roots, hash)
		}
	}
	if len(roots) == 0 {
		return tlog.TreeHash(0, nil)
	}
	root = roots[len(roots)-1]
	for i := len(roots) - 2; i >= 0; i-- {
		root = tlog.NodeHash(roots[i], root)
	}
	return root, nil
}

// place is an address or a folder with the files of a log; it is a tlog.TileReader.
type place string

func (p place) Height() int { return 8 }

func (p place) ReadTiles(tiles []tlog.Tile) (found [][]byte, err error) {
	for _, tile := range tiles {
		// Go's checksum database has the height in its paths; C2SP tlog-tiles has not.
		content, err := p.read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
		if err != nil {
			return nil, err
		}
		found = append(found, content)
	}
	return found, nil
}

func (p place) SaveTiles([]tlog.Tile, [][]byte) {}

func (p place) read(path string) ([]byte, error) {
	if !strings.HasPrefix(string(p), "http") {
		return os.ReadFile(filepath.Join(string(p), path))
	}
	answer, err := http.Get(strings.TrimSuffix(string(p), "/") + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 1<<25))
}
