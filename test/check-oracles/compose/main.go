// Judge of `waybill compose`: the loader and the .env reader of docker compose itself.
// Reads one JSON value a line, answers one a line.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/loader"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/sirupsen/logrus"
)

type question struct {
	Compose *string           `json:"compose"`
	Env     map[string]string `json:"env"`
	Dotenv  string            `json:"dotenv"`
	// Files of a folder, and those of them that are read one on top of the other.
	Files map[string]string `json:"files"`
	Paths []string          `json:"paths"`
}

func failure(err error) any { return map[string]string{"error": err.Error()} }

// The whole model, profiles and variables resolved.
func load(text string, env map[string]string) any {
	details := types.ConfigDetails{
		WorkingDir:  "/project",
		ConfigFiles: []types.ConfigFile{{Filename: "/project/compose.yaml", Content: []byte(text)}},
		Environment: types.NewMapping(nil),
	}
	for name, value := range env {
		details.Environment[name] = value
	}
	project, err := loader.LoadWithContext(context.Background(), details, loader.WithProfiles([]string{"*"}))
	if err != nil {
		return failure(err)
	}
	project, err = project.WithServicesEnvironmentResolved(true)
	if err != nil {
		return failure(err)
	}
	model, err := project.MarshalJSON()
	if err != nil {
		return failure(err)
	}
	return json.RawMessage(model)
}

// A project of several files, with the variables of its .env and of nothing else.
func loadFiles(files map[string]string, paths []string) any {
	folder, err := os.MkdirTemp("", "compose-oracle-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			panic(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			panic(err)
		}
	}
	details := types.ConfigDetails{WorkingDir: folder, Environment: types.NewMapping(nil)}
	for _, path := range paths {
		details.ConfigFiles = append(details.ConfigFiles, types.ConfigFile{Filename: filepath.Join(folder, path)})
	}
	if text, ok := files[".env"]; ok {
		read, err := dotenv.Parse(strings.NewReader(text))
		if err != nil {
			return failure(err)
		}
		for name, value := range read {
			details.Environment[name] = value
		}
	}
	project, err := loader.LoadWithContext(context.Background(), details, loader.WithProfiles([]string{"*"}), func(options *loader.Options) {
		options.SetProjectName("oracle", true)
	})
	if err != nil {
		return failure(err)
	}
	project, err = project.WithServicesEnvironmentResolved(true)
	if err != nil {
		return failure(err)
	}
	model, err := project.MarshalJSON()
	if err != nil {
		return failure(err)
	}
	return json.RawMessage(strings.ReplaceAll(string(model), folder, "/project"))
}

func main() {
	logrus.SetOutput(io.Discard)
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var asked question
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			panic(err)
		}
		if asked.Files != nil {
			out.Encode(loadFiles(asked.Files, asked.Paths))
			continue
		}
		if asked.Compose != nil {
			out.Encode(load(*asked.Compose, asked.Env))
			continue
		}
		read, err := dotenv.Parse(strings.NewReader(asked.Dotenv))
		if err != nil {
			out.Encode(failure(err))
		} else {
			out.Encode(read)
		}
	}
}
