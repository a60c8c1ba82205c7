// Judges of `waybill check`: BuildKit's own Dockerfile parser and Docker's own ignore patterns.
// Reads one JSON value a line, answers one a line.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

type heredoc struct {
	Name    string `json:"name"`
	Expands bool   `json:"expands"`
	Chomps  bool   `json:"chomps"`
	Content string `json:"content"`
}
type instruction struct {
	Keyword  string    `json:"keyword"`
	Flags    []string  `json:"flags"`
	JSON     []string  `json:"json,omitempty"`
	Heredocs []heredoc `json:"heredocs"`
	Line     int       `json:"line"`
	EndLine  int       `json:"endLine"`
}
type question struct {
	Dockerfile *string  `json:"dockerfile"`
	Ignore     string   `json:"ignore"`
	Paths      []string `json:"paths"`
}

func read(text string) any {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	list := []instruction{}
	for _, node := range result.AST.Children {
		one := instruction{Keyword: strings.ToUpper(node.Value), Flags: append([]string{}, node.Flags...), Heredocs: []heredoc{}, Line: node.StartLine, EndLine: node.EndLine}
		if node.Attributes["json"] && one.Keyword != "HEALTHCHECK" {
			one.JSON = []string{}
			for next := node.Next; next != nil; next = next.Next {
				one.JSON = append(one.JSON, next.Value)
			}
		}
		for _, doc := range node.Heredocs {
			one.Heredocs = append(one.Heredocs, heredoc{doc.Name, doc.Expand, doc.Chomp, doc.Content})
		}
		list = append(list, one)
	}
	return list
}

func ignores(file string, paths []string) any {
	patterns, err := ignorefile.ReadAll(strings.NewReader(file))
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return map[string]string{"error": err.Error()}
	}
	answers := []bool{}
	for _, path := range paths {
		ignored, err := matcher.MatchesOrParentMatches(path)
		if err != nil {
			return map[string]string{"error": err.Error()}
		}
		answers = append(answers, ignored)
	}
	return answers
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var asked question
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			panic(err)
		}
		if asked.Dockerfile != nil {
			out.Encode(read(*asked.Dockerfile))
		} else {
			out.Encode(ignores(asked.Ignore, asked.Paths))
		}
	}
}
