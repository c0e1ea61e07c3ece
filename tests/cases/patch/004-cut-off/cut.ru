INSERT DATA {
<x:a> <x:p> "2" .
