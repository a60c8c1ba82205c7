// Judge of `waybill compose`: the loader and the .env reader of docker compose itself.
// Reads one JSON value a line, answers one a line.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
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
