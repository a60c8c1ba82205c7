// Asks the library of the Kubernetes API server what the pods of manifests break of the restricted profile.
// Usage: pod-security VERSION[,VERSION...] FILE...; prints a JSON list. Exit code 2: a file or a version cannot be read.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	sigsyaml "sigs.k8s.io/yaml"
)

type templated struct {
	Template *corev1.PodTemplateSpec `json:"template"`
}

// object is whatever may hold a pod: the pod itself, what has a template, what has a template of that.
type object struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata"`
	Spec              struct {
		templated   `json:",inline"`
		JobTemplate struct {
			Spec templated `json:"spec"`
		} `json:"jobTemplate"`
	} `json:"spec"`
}

type answer struct {
	// Every pod that was looked at, so that a judge who saw none is noticed.
	Pods     int       `json:"pods"`
	Problems []problem `json:"problems"`
}

type problem struct {
	File    string `json:"file"`
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Reason  string `json:"reason"`
	Detail  string `json:"detail"`
}

func main() {
	if len(os.Args) < 3 {
		fail(errors.New("usage: pod-security VERSION[,VERSION...] FILE..."))
	}
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	fail(err)
	found := answer{Problems: []problem{}}
	for _, file := range os.Args[2:] {
		opened, err := os.Open(file)
		fail(err)
		documents := yaml.NewYAMLReader(bufio.NewReader(opened))
		for {
			document, err := documents.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			fail(err)
			of, pod, err := podIn(document)
			fail(err)
			if pod == nil {
				continue
			}
			found.Pods++
			for _, version := range strings.Split(os.Args[1], ",") {
				parsed, err := api.ParseVersion("v" + version)
				fail(err)
				level := api.LevelVersion{Level: api.LevelRestricted, Version: parsed}
				for _, result := range evaluator.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec) {
					if !result.Allowed {
						found.Problems = append(found.Problems, problem{file, of.Kind, of.Name, version, result.ForbiddenReason, result.ForbiddenDetail})
					}
				}
			}
		}
	}
	fail(json.NewEncoder(os.Stdout).Encode(found))
}

func podIn(document []byte) (object, *corev1.PodTemplateSpec, error) {
	var found object
	// A kind without pods may have a spec of another shape.
	if err := sigsyaml.Unmarshal(document, &struct {
		*metav1.TypeMeta `json:",inline"`
	}{&found.TypeMeta}); err != nil {
		return found, nil, err
	}
	switch found.Kind {
	case "Pod":
		var pod corev1.Pod
		err := sigsyaml.Unmarshal(document, &pod)
		found.ObjectMeta = pod.ObjectMeta
		return found, &corev1.PodTemplateSpec{ObjectMeta: pod.ObjectMeta, Spec: pod.Spec}, err
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob":
		err := sigsyaml.Unmarshal(document, &found)
		if found.Kind == "CronJob" {
			return found, found.Spec.JobTemplate.Spec.Template, err
		}
		return found, found.Spec.Template, err
	}
	return found, nil, nil
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
