// The packages sumdb/note and sumdb/tlog of golang.org/x/mod, on our log.
//
// Usage: client FOLDER
//
// They were written for Go's checksum database. The glue is what differs there: tiles
// lie below tile/ and not tile/8/, entries are bundled, a checkpoint's first line is its
// origin, and witnesses sign with a time.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := check(os.Args[1]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func check(folder string) error {
	verifiers, err := readKeys(folder)
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(read(folder, "checkpoint"), verifiers, len(verifiers))
	if err != nil {
		return err
	}
	fmt.Printf("checkpoint of %d and %d cosignatures\n", tree.N, len(verifiers)-1)
	if err := checkReceipt(folder, verifiers); err != nil {
		return err
	}
	if err := checkTiles(folder, tree, verifiers); err != nil {
		return err
	}
	return audit(folder, tree)
}

// checkReceipt checks the proof file alone.
func checkReceipt(folder string, verifiers []note.Verifier) error {
	parts := strings.SplitN(string(read(folder, "receipt.tlog-proof")), "\n\n", 2)
	tree, err := openCheckpoint([]byte(parts[1]), verifiers, len(verifiers))
	if err != nil {
		return err
	}
	lines := strings.Split(parts[0], "\n")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return err
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	leaf := tlog.RecordHash(read(folder, "entry"))
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
		return err
	}
	fmt.Println("receipt verified")
	return nil
}

// checkTiles proves inclusion and consistency from the tiles.
func checkTiles(folder string, tree tlog.Tree, verifiers []note.Verifier) error {
	reader := tlog.TileHashReader(tree, tiles(folder))
	for _, index := range []int64{0, 255, 256, 65535, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, index, reader)
		if err != nil {
			return err
		}
		hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, hashes[0]); err != nil {
			return err
		}
	}
	earlier, err := openCheckpoint(read(folder, "earlier"), verifiers, 1)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, earlier.N, reader)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash); err != nil {
		return fmt.Errorf("not consistent since %d: %v", earlier.N, err)
	}
	fmt.Printf("tiles: inclusion, and consistency since %d\n", earlier.N)
	return nil
}

// audit computes every tile and the root from the entries.
func audit(folder string, tree tlog.Tree) error {
	levels := [][]tlog.Hash{nil}
	counts := []int64{0}
	for first := int64(0); first < tree.N; first += 256 {
		width := min(256, tree.N-first)
		path := tlog.Tile{H: 8, L: 0, N: first / 256, W: int(width)}.Path()
		bundle := read(folder, strings.Replace(path, "tile/8/0/", "tile/entries/", 1))
		for ; width > 0; width-- {
			size := int(binary.BigEndian.Uint16(bundle))
			levels[0] = append(levels[0], tlog.RecordHash(bundle[2:2+size]))
			bundle = bundle[2+size:]
		}
		if len(bundle) > 0 {
			return errors.New("a bundle is too long")
		}
		for l := 0; len(levels[l]) == 256; l++ {
			if err := compare(folder, l, counts[l], levels[l]); err != nil {
				return err
			}
			if l+1 == len(levels) {
				levels, counts = append(levels, nil), append(counts, 0)
			}
			levels[l+1] = append(levels[l+1], fold(levels[l]))
			levels[l] = nil
			counts[l]++
		}
	}
	var peaks []tlog.Hash
	for l := len(levels) - 1; l >= 0; l-- {
		if len(levels[l]) > 0 {
			if err := compare(folder, l, counts[l], levels[l]); err != nil {
				return err
			}
			peaks = append(peaks, split(levels[l])...)
		}
	}
	root := peaks[len(peaks)-1]
	for i := len(peaks) - 2; i >= 0; i-- {
		root = tlog.NodeHash(peaks[i], root)
	}
	if root != tree.Hash {
		return errors.New("the entries have another root")
	}
	fmt.Printf("all files of %d entries\n", tree.N)
	return nil
}

// compare compares a tile with the hashes that it must hold.
func compare(folder string, level int, n int64, hashes []tlog.Hash) error {
	tile := tlog.Tile{H: 8, L: level, N: n, W: len(hashes)}
	var wanted []byte
	for _, hash := range hashes {
		wanted = append(wanted, hash[:]...)
	}
	if !bytes.Equal(read(folder, path(tile)), wanted) {
		return fmt.Errorf("%s is not computed from what lies below it", path(tile))
	}
	return nil
}

// split gives the roots of the perfect subtrees over hashes, largest first.
func split(hashes []tlog.Hash) (peaks []tlog.Hash) {
	for width := 128; width > 0; width /= 2 {
		if len(hashes) >= width {
			peaks = append(peaks, fold(hashes[:width]))
			hashes = hashes[width:]
		}
	}
	return peaks
}

// fold gives the root over a power of two of hashes.
func fold(hashes []tlog.Hash) tlog.Hash {
	if len(hashes) == 1 {
		return hashes[0]
	}
	half := len(hashes) / 2
	return tlog.NodeHash(fold(hashes[:half]), fold(hashes[half:]))
}

// openCheckpoint opens a note that must bear this many signatures that we know, and no
// others.
func openCheckpoint(content []byte, verifiers []note.Verifier, count int) (tree tlog.Tree, err error) {
	opened, err := note.Open(content, note.VerifierList(verifiers...))
	if err != nil {
		return tree, err
	}
	if len(opened.Sigs) != count || len(opened.UnverifiedSigs) > 0 {
		return tree, errors.New("a signature is missing, or by somebody else")
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifiers[0].Name() {
		return tree, errors.New("not a checkpoint of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = tlog.ParseHash(lines[2])
	return tree, err
}

// readKeys reads the key of the log, and then those of the witnesses.
func readKeys(folder string) ([]note.Verifier, error) {
	log, err := note.NewVerifier(strings.TrimSpace(string(read(folder, "log.vkey"))))
	if err != nil {
		return nil, err
	}
	verifiers := []note.Verifier{log}
	for _, vkey := range strings.Fields(string(read(folder, "witnesses"))) {
		parts := strings.SplitN(vkey, "+", 3)
		key, err := base64.StdEncoding.DecodeString(parts[2])
		if err != nil || len(key) != 33 || key[0] != 4 {
			return nil, errors.New("not the key of a witness")
		}
		verifiers = append(verifiers, cosigner{parts[0], key})
	}
	return verifiers, nil
}

// cosigner verifies cosignature/v1; x/mod knows no times.
type cosigner struct {
	name string
	key  []byte // 04 and the public key
}

func (c cosigner) Name() string { return c.name }

func (c cosigner) KeyHash() uint32 {
	hash := sha256.Sum256(append([]byte(c.name+"\n"), c.key...))
	return binary.BigEndian.Uint32(hash[:])
}

func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(c.key[1:], []byte(message), signature[8:])
}

// tiles reads tiles from a folder; it is a tlog.TileReader.
type tiles string

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) (content [][]byte, err error) {
	for _, tile := range wanted {
		content = append(content, read(string(t), path(tile)))
	}
	return content, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func read(folder, name string) []byte {
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return content
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
