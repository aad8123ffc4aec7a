// Descriptors writes lib/check/webhook/envoy/descriptors.ts: the messages of Envoy's API that istiod links in.
//
// It needs Istio's own modules: put it into a folder with a go.mod that requires istio.io/istio, and
//
//	go run . > lib/check/webhook/envoy/descriptors.ts
package main

import (
	"fmt"
	"slices"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	_ "istio.io/istio/pilot/pkg/config/kube/crd"
	_ "istio.io/istio/pkg/config/analysis/analyzers"
	_ "istio.io/istio/pkg/config/analysis/local"
	_ "istio.io/istio/pkg/config/schema/collections"
	_ "istio.io/istio/pkg/config/xds"
	_ "istio.io/istio/pkg/webhooks/validation/server"
)

const head = `// Generated from the protobuf descriptors that Istio links in; see scripts/truth/webhook/descriptors. Do not edit.

/**
 * The messages of Envoy's API, in order of their names, one a line: how much of the name is that of the line before, the
 * rest of it, and its fields. Of a field: ` + "`[` a list, `{` a map, `m` and `e`" + ` a message or enumeration by its line here,
 * and letters for scalars.
 */
`

// What a patch for Envoy has no use for, unless a message of Envoy has it as a field.
var aside = []string{"istio.", "config.", "io.istio", "google.api.", "k8s."}

var scalars = map[protoreflect.Kind]string{
	protoreflect.StringKind: "s", protoreflect.BoolKind: "b", protoreflect.BytesKind: "y",
	protoreflect.DoubleKind: "d", protoreflect.FloatKind: "f",
	protoreflect.Int32Kind: "i", protoreflect.Sint32Kind: "i", protoreflect.Sfixed32Kind: "i",
	protoreflect.Int64Kind: "I", protoreflect.Sint64Kind: "I", protoreflect.Sfixed64Kind: "I",
	protoreflect.Uint32Kind: "u", protoreflect.Fixed32Kind: "u",
	protoreflect.Uint64Kind: "U", protoreflect.Fixed64Kind: "U",
}

type table struct {
	messages map[string]protoreflect.MessageDescriptor
	enums    map[string]protoreflect.EnumDescriptor
	names    []string
	values   []string
}

func main() {
	t := &table{messages: map[string]protoreflect.MessageDescriptor{}, enums: map[string]protoreflect.EnumDescriptor{}}
	protoregistry.GlobalTypes.RangeMessages(func(mt protoreflect.MessageType) bool {
		name := string(mt.Descriptor().FullName())
		isAside := slices.ContainsFunc(aside, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
		if !mt.Descriptor().IsMapEntry() && !isAside {
			t.add(mt.Descriptor())
		}
		return true
	})
	t.names, t.values = sorted(t.messages), sorted(t.enums)
	fmt.Printf("%sexport const MESSAGES = `", head)
	previous := ""
	for i, name := range t.names {
		shared := 0
		for shared < len(previous) && shared < len(name) && previous[shared] == name[shared] {
			shared++
		}
		if previous = name; i > 0 {
			fmt.Println()
		}
		fmt.Printf("%d|%s|%s", shared, name[shared:], strings.Join(t.fields(t.messages[name]), " "))
	}
	fmt.Print("`;\n\n/** The names of the values of each enumeration. */\nexport const ENUMS = `")
	for i, name := range t.values {
		if i > 0 {
			fmt.Println()
		}
		fmt.Print(strings.Join(valuesOf(t.enums[name]), " "))
	}
	fmt.Println("`;")
}

func (t *table) add(md protoreflect.MessageDescriptor) {
	name := string(md.FullName())
	if t.messages[name] != nil {
		return
	}
	t.messages[name] = md
	for i := range md.Fields().Len() {
		element := elementOf(md.Fields().Get(i))
		if element.Message() != nil {
			t.add(element.Message())
		} else if element.Enum() != nil {
			t.enums[string(element.Enum().FullName())] = element.Enum()
		}
	}
}

func (t *table) fields(md protoreflect.MessageDescriptor) []string {
	out := []string{}
	for i := range md.Fields().Len() {
		fd := md.Fields().Get(i)
		element := elementOf(fd)
		kind := scalars[element.Kind()]
		if element.Message() != nil {
			kind = fmt.Sprintf("m%d", slices.Index(t.names, string(element.Message().FullName())))
		} else if element.Enum() != nil {
			kind = fmt.Sprintf("e%d", slices.Index(t.values, string(element.Enum().FullName())))
		}
		shape := ""
		if fd.IsList() {
			shape = "["
		} else if fd.IsMap() && fd.MapKey().Kind() == protoreflect.StringKind {
			shape = "{"
		} else if fd.IsMap() {
			shape = "{" + scalars[fd.MapKey().Kind()] + ">"
		}
		out = append(out, fmt.Sprintf("%s:%s%s", fd.Name(), shape, kind))
	}
	return out
}

func elementOf(fd protoreflect.FieldDescriptor) protoreflect.FieldDescriptor {
	if fd.IsMap() {
		return fd.MapValue()
	}
	return fd
}

func valuesOf(ed protoreflect.EnumDescriptor) []string {
	out := []string{}
	for i := range ed.Values().Len() {
		out = append(out, string(ed.Values().Get(i).Name()))
	}
	return out
}

func sorted[T any](m map[string]T) []string {
	names := []string{}
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
